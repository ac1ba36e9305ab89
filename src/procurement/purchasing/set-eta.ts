import { eq } from 'drizzle-orm'
import type { App } from '../../platform/app'
import { note } from '../../platform/audit'
import { tell } from '../../platform/realtime'
import { purchaseOrders } from '../schema/purchasing'
import { lockOrder, orderTold } from './lock-order'

export interface SetEta {
  readonly purchaseOrderId: string
  /** Null takes it back. */
  readonly eta: Date | null
  readonly note: string
  readonly saidBy: string
}

/** The supplier says when it comes. @throws Refusal `order_not_in_state` */
export const setEta = (app: App, { purchaseOrderId, eta, note: etaNote, saidBy }: SetEta): Promise<void> =>
  app.db.transaction(async (tx) => {
    const order = await lockOrder(tx, purchaseOrderId, 'receive')
    await tx
      .update(purchaseOrders)
      .set({ eta, etaNote: etaNote || null })
      .where(eq(purchaseOrders.id, order.id))
    const detail = { from: order.eta?.toISOString() ?? null, to: eta?.toISOString() ?? null }
    const { operatorId } = order
    await note(
      { ...app, db: tx },
      { operatorId, actorId: saidBy, action: 'procurement.set-eta', subject: order.id, detail },
    )
    await tell(tx, orderTold(order))
  })
