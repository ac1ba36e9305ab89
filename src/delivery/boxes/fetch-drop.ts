import { and, desc, eq } from 'drizzle-orm'
import { Refusal } from '../../kernel/refusal'
import type { App } from '../../platform/app'
import { note } from '../../platform/audit'
import { publish } from '../../platform/outbox'
import { tell } from '../../platform/realtime'
import { DropClosed } from '../events'
import { CODE_TRIES, tryCode } from '../runs/hand-over'
import { tellOrder } from '../runs/follow-run'
import { drops } from '../schema/drops'
import { compartments } from '../schema/lockers'
import { freeCompartments } from './compartments'

export interface FetchDrop {
  readonly servicePointId: string
  /** The order's number and its code, as its customer enters them at the locker. */
  readonly number: string
  readonly code: string
}

export interface Fetched {
  readonly groupId: string
  /** The door that opens; null at a point without doors. */
  readonly compartment: number | null
}

/**
 * A customer fetches what waits at a locker or point. A wrong code is *returned*, not thrown: the count of tries must stand.
 * @throws Refusal `not_in_locker`, `code_locked` after five wrong codes.
 */
export const fetchDrop = (app: App, { servicePointId, number, code }: FetchDrop): Promise<Fetched | Refusal> =>
  app.db.transaction(async (tx) => {
    const within = { ...app, db: tx }
    const [found] = await tx
      .select({ dropId: drops.id, door: compartments.number })
      .from(drops)
      .leftJoin(compartments, eq(compartments.dropId, drops.id))
      .where(and(eq(drops.servicePointId, servicePointId), eq(drops.number, number), eq(drops.status, 'stored')))
      .orderBy(desc(drops.storedAt))
      .limit(1)
    if (!found) throw new Refusal('not_in_locker')
    const { dropId, door: compartment } = found
    const drop = await tryCode(within, { dropId, code, status: 'stored' })
    const { operatorId, orderId, groupId, wrongCodes } = drop
    const entry = { operatorId, actorId: 'customer', subject: dropId }
    if (drop.status !== 'delivered') {
      await note(within, { ...entry, action: 'delivery.wrong-code', detail: { wrongCodes } })
      return new Refusal('wrong_code', { left: CODE_TRIES - wrongCodes })
    }
    await freeCompartments(within, [dropId])
    await publish(tx, DropClosed, { dropId, groupId, orderId, operatorId, outcome: 'delivered' })
    await tell(tx, [tellOrder(orderId, groupId)])
    await note(within, { ...entry, action: 'delivery.fetch-drop' })
    return { groupId, compartment }
  })
