import { and, eq } from 'drizzle-orm'
import { Refusal } from '../../kernel/refusal'
import type { App } from '../../platform/app'
import { note } from '../../platform/audit'
import { dropMoved } from '../runs/close-drop'
import { lockMyRun, type OnDrop } from '../runs/lock-run'
import { drops } from '../schema/drops'
import { keepCompartments, markCompartments } from './compartments'

/**
 * The courier puts an order into its compartment; its customer fetches it with the code.
 * @throws Refusal `not_in_locker` (no locker), `locker_full`, `drop_closed`, and what `lockMyRun` refuses.
 */
export const storeDrop = (app: App, { dropId, courierId }: OnDrop): Promise<void> =>
  app.db.transaction(async (tx) => {
    const within = { ...app, db: tx }
    const { run, drop } = await lockMyRun(tx, { dropId, courierId })
    if (drop.pointKind !== 'locker') throw new Refusal('not_in_locker')
    if (drop.status !== 'waiting') throw new Refusal('drop_closed')
    if ((await keepCompartments(within, [drop])).length > 0) throw new Refusal('locker_full')
    const [stored] = await tx
      .update(drops)
      .set({ status: 'stored', storedAt: app.now() })
      .where(and(eq(drops.id, dropId), eq(drops.status, 'waiting')))
      .returning()
    if (!stored) throw new Refusal('drop_closed')
    await markCompartments(within, [dropId], 'occupied')
    await dropMoved(within, run, stored)
    const { operatorId } = stored
    await note(within, { operatorId, actorId: courierId, action: 'delivery.store-drop', subject: dropId })
  })
