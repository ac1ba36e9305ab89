import { and, asc, eq, inArray, isNotNull, sql } from 'drizzle-orm'
import type { App } from '../../platform/app'
import { purchaseOrderLines, purchaseOrders } from '../schema/purchasing'
import { suppliers } from '../schema/supply'

/** A supplier learns of an order when it is sent. */
export const SHOWN_TO_SUPPLIER = ['sent', 'confirmed', 'short', 'part_received', 'closed', 'cancelled'] as const
export type ShownStatus = (typeof SHOWN_TO_SUPPLIER)[number]

/** The orders some suppliers were sent, the next delivery first. */
export async function ordersForSupplier(
  app: App,
  { supplierIds, statuses }: { supplierIds: readonly string[]; statuses: readonly ShownStatus[] },
) {
  const rows = await app.db
    .select({
      id: purchaseOrders.id,
      number: purchaseOrders.number,
      operatorId: purchaseOrders.operatorId,
      siteId: purchaseOrders.siteId,
      supplierId: purchaseOrders.supplierId,
      supplier: suppliers.name,
      status: purchaseOrders.status,
      deliverOn: purchaseOrders.deliverOn,
      totalMinor: purchaseOrders.totalMinor,
      eta: purchaseOrders.eta,
      lines: sql<number>`(select count(*)::int from ${purchaseOrderLines}
        where ${purchaseOrderLines.purchaseOrderId} = ${purchaseOrders.id} and ${purchaseOrderLines.packs} > 0)`,
    })
    .from(purchaseOrders)
    .innerJoin(suppliers, eq(suppliers.id, purchaseOrders.supplierId))
    .where(
      and(
        inArray(purchaseOrders.supplierId, [...supplierIds]),
        inArray(purchaseOrders.status, [...statuses]),
        isNotNull(purchaseOrders.sentAt),
      ),
    )
    .orderBy(asc(purchaseOrders.deliverOn), asc(purchaseOrders.number))
    .limit(300)
  return rows.flatMap((row) => (isShown(row.status) ? { ...row, status: row.status } : []))
}

const isShown = (status: string): status is ShownStatus => SHOWN_TO_SUPPLIER.some((shown) => shown === status)
