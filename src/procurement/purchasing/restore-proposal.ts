import { and, eq } from 'drizzle-orm'
import { Refusal } from '../../kernel/refusal'
import type { App } from '../../platform/app'
import { note } from '../../platform/audit'
import { isTaken } from '../../platform/refused'
import { tell } from '../../platform/realtime'
import { purchaseOrders } from '../schema/purchasing'
import { orderTold } from './lock-order'
import { supplierToday } from './supplier-day'

export interface RestoreProposal {
  readonly purchaseOrderId: string
  readonly restoredBy: string
}

/**
 * Take a rejection back. Not when a newer proposal for the same delivery stands, or comes to stand at the same moment:
 * that one knows better, and the unique key decides between them.
 * @throws Refusal `order_not_in_state`, `delivery_day_passed`
 */
export const restoreProposal = (app: App, input: RestoreProposal): Promise<void> =>
  restore(app, input).catch((error: unknown) => {
    if (isTaken(error, 'one_proposal_per_delivery')) throw new Refusal('order_not_in_state', { status: 'cancelled' })
    throw error
  })

const restore = (app: App, { purchaseOrderId, restoredBy }: RestoreProposal): Promise<void> =>
  app.db.transaction(async (tx) => {
    const [order] = await tx
      .update(purchaseOrders)
      .set({ status: 'proposed', cancelledAt: null, cancelledFrom: null, cancelReason: null })
      .where(
        and(
          eq(purchaseOrders.id, purchaseOrderId),
          eq(purchaseOrders.status, 'cancelled'),
          eq(purchaseOrders.cancelledFrom, 'proposed'),
        ),
      )
      .returning()
    if (!order) throw new Refusal('order_not_in_state', { status: 'cancelled' })
    const { operatorId, supplierId, deliverOn } = order
    const { today } = await supplierToday(app, tx, supplierId)
    if (deliverOn < today) throw new Refusal('delivery_day_passed', { deliverOn })
    await note(
      { ...app, db: tx },
      { operatorId, actorId: restoredBy, action: 'procurement.restore', subject: order.id },
    )
    await tell(tx, orderTold(order))
  })
