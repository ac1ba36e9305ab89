import { eq, sql } from 'drizzle-orm'
import { Refusal } from '../../kernel/refusal'
import type { Tx } from '../../platform/database'
import type { Told } from '../../platform/realtime'
import { type FROM, may } from '../domain/purchase-order'
import { purchaseOrderLines, purchaseOrders } from '../schema/purchasing'

export type PurchaseOrder = typeof purchaseOrders.$inferSelect

/**
 * Holds an order until the transaction ends and checks that the step may be taken; whoever comes second sees what the first did.
 * @throws Refusal `not_found`, `order_not_in_state`
 */
export async function lockOrder(tx: Tx, id: string, step: keyof typeof FROM): Promise<PurchaseOrder> {
  const [order] = await tx.select().from(purchaseOrders).where(eq(purchaseOrders.id, id)).for('update')
  if (!order) throw new Refusal('not_found')
  if (!may(step, order.status)) throw new Refusal('order_not_in_state', { status: order.status })
  return order
}

/** After its lines changed: what the order costs. */
export const sumUp = (tx: Tx, orderId: string) =>
  tx
    .update(purchaseOrders)
    .set({
      totalMinor: sql`(select coalesce(sum(${purchaseOrderLines.packs} * ${purchaseOrderLines.priceMinor}), 0)
        from ${purchaseOrderLines} where ${purchaseOrderLines.purchaseOrderId} = ${orderId})`,
    })
    .where(eq(purchaseOrders.id, orderId))

/** Both sides of an order hear that it moved. */
export const orderTold = (
  order: Pick<PurchaseOrder, 'id' | 'operatorId' | 'supplierId' | 'siteId' | 'status'>,
): Told[] => {
  const data = { id: order.id, siteId: order.siteId, status: order.status }
  return [
    { topic: `procurement:${order.operatorId}`, event: 'order', data },
    { topic: `supplier:${order.supplierId}`, event: 'order', data },
  ]
}
