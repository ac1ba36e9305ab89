import { eq } from 'drizzle-orm'
import type { App } from '../../platform/app'
import { note } from '../../platform/audit'
import type { Tx } from '../../platform/database'
import { tell } from '../../platform/realtime'
import { stillToCome } from '../domain/purchase-order'
import { openGaps } from '../gaps/open-gaps'
import { purchaseOrderLines, purchaseOrders } from '../schema/purchasing'
import { lockOrder, orderTold, type PurchaseOrder } from './lock-order'

export interface CancelPurchaseOrder {
  readonly purchaseOrderId: string
  readonly cancelledBy: string
  readonly reason: string
}

/**
 * Reject a proposal, or call an order off before anything came; what an order called off would have brought is planned
 * anew. @throws Refusal `order_not_in_state`
 */
export const cancelPurchaseOrder = (
  app: App,
  { purchaseOrderId, cancelledBy, reason }: CancelPurchaseOrder,
): Promise<void> =>
  app.db.transaction(async (tx) => {
    const order = await lockOrder(tx, purchaseOrderId, 'cancel')
    const proposal = order.status === 'proposed'
    if (!proposal) await openGaps(app, tx, order, `cancel:${order.id}`, await expectedOf(tx, order))
    await tx
      .update(purchaseOrders)
      .set({ status: 'cancelled', cancelledAt: app.now(), cancelledFrom: order.status, cancelReason: reason })
      .where(eq(purchaseOrders.id, order.id))
    const action = proposal ? 'procurement.reject' : 'procurement.cancel'
    const { operatorId } = order
    await note(
      { ...app, db: tx },
      { operatorId, actorId: cancelledBy, action, subject: order.id, detail: { from: order.status } },
    )
    await tell(tx, orderTold({ ...order, status: 'cancelled' }))
  })

async function expectedOf(tx: Tx, { id }: PurchaseOrder) {
  const lines = await tx.select().from(purchaseOrderLines).where(eq(purchaseOrderLines.purchaseOrderId, id))
  return lines.map((line) => ({
    lineId: line.id,
    ingredientId: line.ingredientId,
    quantity: stillToCome(line),
    cause: 'cancelled' as const,
  }))
}
