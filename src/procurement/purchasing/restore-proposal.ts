import { and, eq, sql } from 'drizzle-orm'
import { Refusal } from '../../kernel/refusal'
import type { App } from '../../platform/app'
import { note } from '../../platform/audit'
import { tell } from '../../platform/realtime'
import { orderTold } from './lock-order'
import { purchaseOrders } from '../schema/purchasing'

export interface RestoreProposal {
  readonly purchaseOrderId: string
  readonly restoredBy: string
}

/**
 * Take a rejection back. Not when a newer proposal for the same delivery stands: that one knows better.
 * @throws Refusal `order_not_in_state`
 */
export const restoreProposal = (app: App, { purchaseOrderId, restoredBy }: RestoreProposal): Promise<void> =>
  app.db.transaction(async (tx) => {
    const newer = sql`select 1 from ${purchaseOrders} other where other.status = 'proposed'
      and other.supplier_id = ${purchaseOrders}.supplier_id and other.site_id = ${purchaseOrders}.site_id
      and other.deliver_on = ${purchaseOrders}.deliver_on`
    const [order] = await tx
      .update(purchaseOrders)
      .set({ status: 'proposed', cancelledAt: null, cancelledFrom: null, cancelReason: null })
      .where(
        and(
          eq(purchaseOrders.id, purchaseOrderId),
          eq(purchaseOrders.status, 'cancelled'),
          eq(purchaseOrders.cancelledFrom, 'proposed'),
          sql`not exists (${newer})`,
        ),
      )
      .returning()
    if (!order) throw new Refusal('order_not_in_state', { status: 'cancelled' })
    const { operatorId } = order
    await note(
      { ...app, db: tx },
      { operatorId, actorId: restoredBy, action: 'procurement.restore', subject: order.id },
    )
    await tell(tx, orderTold(order))
  })
