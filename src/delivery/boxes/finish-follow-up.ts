import { and, eq, inArray, isNull } from 'drizzle-orm'
import { Refusal } from '../../kernel/refusal'
import type { App } from '../../platform/app'
import { note } from '../../platform/audit'
import { tell } from '../../platform/realtime'
import { drops } from '../schema/drops'
import { stops } from '../schema/stops'
import { runsTopic } from '../topic'
import { freeCompartments } from './compartments'

/** What ends with somebody's hands: a box back, one cooked again, one thrown away. */
const BY_HAND = ['return_to_kitchen', 'remake', 'discard'] as const

export interface FinishFollowUp {
  readonly dropId: string
  readonly actorId: string
}

/** What was to be done about a box is done. Of two who say so one is noted. @throws Refusal `nothing_to_do`, `not_found`. */
export const finishFollowUp = (app: App, { dropId, actorId }: FinishFollowUp): Promise<void> =>
  app.db.transaction(async (tx) => {
    const within = { ...app, db: tx }
    const [done] = await tx
      .update(drops)
      .set({ actedAt: app.now() })
      .where(and(eq(drops.id, dropId), isNull(drops.actedAt), inArray(drops.nextAction, [...BY_HAND])))
      .returning()
    if (!done) throw new Refusal('nothing_to_do')
    await freeCompartments(within, [dropId])
    const [stop] = await tx.select().from(stops).where(eq(stops.id, done.stopId))
    const data = { runId: stop?.runId ?? '', dropId, status: done.status }
    if (stop) await tell(tx, [{ topic: runsTopic(stop.siteId), event: 'drop', data }])
    const detail = { action: done.nextAction }
    const { operatorId } = done
    await note(within, { operatorId, actorId, action: 'delivery.finish-follow-up', subject: dropId, detail })
  })
