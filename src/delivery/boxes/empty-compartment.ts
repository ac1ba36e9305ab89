import { and, eq } from 'drizzle-orm'
import { Refusal } from '../../kernel/refusal'
import type { App } from '../../platform/app'
import { compartments } from '../schema/lockers'
import { finishFollowUp } from './finish-follow-up'

/** What lay too long in a compartment was taken out and thrown away. @throws Refusal `nothing_to_do`. */
export const emptyCompartment = (app: App, { id, actorId }: { id: string; actorId: string }): Promise<void> =>
  app.db.transaction(async (tx) => {
    const [waste] = await tx
      .select({ dropId: compartments.dropId })
      .from(compartments)
      .where(and(eq(compartments.id, id), eq(compartments.state, 'overdue')))
      .for('update')
    if (!waste?.dropId) throw new Refusal('nothing_to_do')
    await finishFollowUp({ ...app, db: tx }, { dropId: waste.dropId, actorId })
  })
