import { and, count, eq, gt, ne } from 'drizzle-orm'
import { Refusal } from '../../kernel/refusal'
import type { App } from '../../platform/app'
import { note } from '../../platform/audit'
import type { Tx } from '../../platform/database'
import { publish } from '../../platform/outbox'
import { tell } from '../../platform/realtime'
import { approvalsNeeded } from '../domain/rules'
import { PurchaseOrderApproved } from '../events'
import { approvals, purchaseOrderLines, purchaseOrders } from '../schema/purchasing'
import { lockOrder, orderTold, type PurchaseOrder } from './lock-order'
import { rulesOf } from './read-rules'
import { requirePapers } from './require-papers'
import { supplierToday } from './supplier-day'

export interface ApprovePurchaseOrder {
  readonly purchaseOrderId: string
  readonly approvedBy: string
}

/**
 * Somebody stands behind the order. Above the tenant's limit the first word is kept and the order waits for a second
 * person; with the last word it goes to its supplier.
 * @throws Refusal `order_not_in_state`, `delivery_day_passed`, `certificate_expired`, `nothing_ordered`, `second_approver_needed`
 */
export const approvePurchaseOrder = (
  app: App,
  { purchaseOrderId, approvedBy }: ApprovePurchaseOrder,
): Promise<{ status: 'proposed' | 'approved' }> =>
  app.db.transaction(async (tx) => {
    const order = await lockOrder(tx, purchaseOrderId, 'approve')
    const { operatorId, deliverOn, totalMinor } = order
    const { today } = await supplierToday(app, tx, order.supplierId)
    if (deliverOn < today) throw new Refusal('delivery_day_passed', { deliverOn })
    await requirePapers(tx, order.supplierId, deliverOn)
    await requireGoods(tx, order.id)

    const needed = approvalsNeeded(totalMinor, await rulesOf(tx, operatorId))
    const given = await standBehind(app, tx, order, approvedBy)
    const status = given >= needed ? ('approved' as const) : ('proposed' as const)
    if (status === 'approved') {
      await tx
        .update(purchaseOrders)
        .set({ status, approvedBy, approvedAt: app.now() })
        .where(eq(purchaseOrders.id, order.id))
      await publish(tx, PurchaseOrderApproved, { purchaseOrderId: order.id, operatorId })
    }
    await note(
      { ...app, db: tx },
      {
        operatorId,
        actorId: approvedBy,
        action: status === 'approved' ? 'procurement.approve' : 'procurement.approve-first',
        subject: order.id,
        detail: { totalMinor, given, needed },
      },
    )
    await tell(tx, orderTold({ ...order, status }))
    return { status }
  })

/** How many people stand behind the order at its total, this one included. Words for another total no longer count. */
async function standBehind(app: App, tx: Tx, order: PurchaseOrder, personId: string): Promise<number> {
  const { id: purchaseOrderId, totalMinor } = order
  const word = { totalMinor, at: app.now() }
  const fresh = await tx
    .insert(approvals)
    .values({ purchaseOrderId, personId, ...word })
    .onConflictDoUpdate({
      target: [approvals.purchaseOrderId, approvals.personId],
      set: word,
      setWhere: ne(approvals.totalMinor, totalMinor),
    })
    .returning({ personId: approvals.personId })
  if (fresh.length === 0) throw new Refusal('second_approver_needed')
  const [row] = await tx
    .select({ given: count() })
    .from(approvals)
    .where(and(eq(approvals.purchaseOrderId, purchaseOrderId), eq(approvals.totalMinor, totalMinor)))
  return row?.given ?? 0
}

async function requireGoods(tx: Tx, purchaseOrderId: string): Promise<void> {
  const [line] = await tx
    .select({ id: purchaseOrderLines.id })
    .from(purchaseOrderLines)
    .where(and(eq(purchaseOrderLines.purchaseOrderId, purchaseOrderId), gt(purchaseOrderLines.packs, 0)))
    .limit(1)
  if (!line) throw new Refusal('nothing_ordered')
}
