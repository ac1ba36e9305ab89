import { and, eq, gt } from 'drizzle-orm'
import { Refusal } from '../../kernel/refusal'
import type { ServiceDate } from '../../kernel/time'
import type { App } from '../../platform/app'
import { note } from '../../platform/audit'
import type { Tx } from '../../platform/database'
import { publish } from '../../platform/outbox'
import { tell } from '../../platform/realtime'
import { PurchaseOrderApproved } from '../events'
import { lockOrder, orderTold } from './lock-order'
import { purchaseOrderLines, purchaseOrders } from '../schema/purchasing'
import { certificates } from '../schema/supply'

export interface ApprovePurchaseOrder {
  readonly purchaseOrderId: string
  readonly approvedBy: string
}

/**
 * Somebody stands behind the order; it goes to its supplier.
 * @throws Refusal `order_not_in_state`, `certificate_expired`, `nothing_ordered`
 */
export const approvePurchaseOrder = (app: App, { purchaseOrderId, approvedBy }: ApprovePurchaseOrder): Promise<void> =>
  app.db.transaction(async (tx) => {
    const order = await lockOrder(tx, purchaseOrderId, 'approve')
    await requireCertificate(tx, order.supplierId, order.deliverOn)
    await requireGoods(tx, order.id)

    await tx
      .update(purchaseOrders)
      .set({ status: 'approved', approvedBy, approvedAt: app.now() })
      .where(eq(purchaseOrders.id, order.id))
    const { operatorId } = order
    await publish(tx, PurchaseOrderApproved, { purchaseOrderId: order.id, operatorId })
    await note(
      { ...app, db: tx },
      {
        operatorId,
        actorId: approvedBy,
        action: 'procurement.approve',
        subject: order.id,
        detail: { totalMinor: order.totalMinor },
      },
    )
    await tell(tx, orderTold({ ...order, status: 'approved' }))
  })

/** Every kind of certificate the supplier holds must still be valid on the day of delivery. */
async function requireCertificate(tx: Tx, supplierId: string, deliverOn: ServiceDate): Promise<void> {
  const held = await tx.select().from(certificates).where(eq(certificates.supplierId, supplierId))
  for (const kind of new Set(held.map((certificate) => certificate.kind))) {
    const own = held.filter((certificate) => certificate.kind === kind)
    const covers = own.some(({ validFrom, validTo }) => validFrom <= deliverOn && deliverOn <= validTo)
    if (covers) continue
    const validTo = own.map((certificate) => certificate.validTo).reduce((a, b) => (a > b ? a : b))
    throw new Refusal('certificate_expired', { validTo, deliverOn })
  }
  if (held.length === 0) throw new Refusal('certificate_expired', { validTo: '–', deliverOn })
}

async function requireGoods(tx: Tx, purchaseOrderId: string): Promise<void> {
  const [line] = await tx
    .select({ id: purchaseOrderLines.id })
    .from(purchaseOrderLines)
    .where(and(eq(purchaseOrderLines.purchaseOrderId, purchaseOrderId), gt(purchaseOrderLines.packs, 0)))
    .limit(1)
  if (!line) throw new Refusal('nothing_ordered')
}
