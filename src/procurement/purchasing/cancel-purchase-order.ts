import { eq } from 'drizzle-orm'
import type { App } from '../../platform/app'
import { note } from '../../platform/audit'
import { tell } from '../../platform/realtime'
import { lockOrder, orderTold } from './lock-order'
import { purchaseOrders } from '../schema/purchasing'

export interface CancelPurchaseOrder {
  readonly purchaseOrderId: string
  readonly cancelledBy: string
  readonly reason: string
}

/** Reject a proposal, or call an order off before anything came. @throws Refusal `order_not_in_state` */
export const cancelPurchaseOrder = (
  app: App,
  { purchaseOrderId, cancelledBy, reason }: CancelPurchaseOrder,
): Promise<void> =>
  app.db.transaction(async (tx) => {
    const order = await lockOrder(tx, purchaseOrderId, 'cancel')
    await tx
      .update(purchaseOrders)
      .set({ status: 'cancelled', cancelledAt: app.now(), cancelledFrom: order.status, cancelReason: reason })
      .where(eq(purchaseOrders.id, order.id))
    const action = order.status === 'proposed' ? 'procurement.reject' : 'procurement.cancel'
    const { operatorId } = order
    await note(
      { ...app, db: tx },
      { operatorId, actorId: cancelledBy, action, subject: order.id, detail: { from: order.status } },
    )
    await tell(tx, orderTold({ ...order, status: 'cancelled' }))
  })
