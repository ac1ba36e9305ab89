import { and, asc, eq, gte, inArray, isNotNull, lte, sql } from 'drizzle-orm'
import type { ServiceDate } from '../../kernel/time'
import type { App } from '../../platform/app'
import { credits, discrepancies, invoiceLines, invoices } from '../schema/matching'
import { purchaseOrderLines, purchaseOrders } from '../schema/purchasing'

export interface AskStatement {
  readonly supplierIds: readonly string[]
  /** Delivery days, both included. */
  readonly from: ServiceDate
  readonly to: ServiceDate
  /** The same days as instants: for credits, which have no delivery day. */
  readonly since: Date
  readonly before: Date
}

/** What some suppliers delivered, were to be paid for and owe, order by order. Minor units. */
export async function supplierStatement(app: App, { supplierIds, from, to, since, before }: AskStatement) {
  const ids = [...supplierIds]
  const lines = await app.db
    .select({
      orderId: purchaseOrders.id,
      number: purchaseOrders.number,
      operatorId: purchaseOrders.operatorId,
      deliverOn: purchaseOrders.deliverOn,
      status: purchaseOrders.status,
      orderedMinor: purchaseOrders.totalMinor,
      receivedMinor: sql<number>`(select coalesce(round(sum(${purchaseOrderLines.receivedQuantity}::numeric
        * ${purchaseOrderLines.priceMinor} / ${purchaseOrderLines.packSize})), 0)::int from ${purchaseOrderLines}
        where ${purchaseOrderLines.purchaseOrderId} = ${purchaseOrders.id})`,
      invoicedMinor: sql<number>`(select coalesce(sum(${invoices.totalMinor}), 0)::int from ${invoices}
        where ${invoices.purchaseOrderId} = ${purchaseOrders.id})`,
      payableMinor: sql<number>`((select coalesce(sum(${invoiceLines.payableMinor}), 0) from ${invoiceLines}
        join ${invoices} on ${invoices.id} = ${invoiceLines.invoiceId} where ${invoices.purchaseOrderId} = ${purchaseOrders.id})
        + (select coalesce(sum(${discrepancies.amountMinor}), 0) from ${discrepancies}
        join ${invoices} on ${invoices.id} = ${discrepancies.invoiceId}
        where ${invoices.purchaseOrderId} = ${purchaseOrders.id} and ${discrepancies.status} = 'accepted'))::int`,
    })
    .from(purchaseOrders)
    .where(
      and(
        inArray(purchaseOrders.supplierId, ids),
        isNotNull(purchaseOrders.sentAt),
        gte(purchaseOrders.deliverOn, from),
        lte(purchaseOrders.deliverOn, to),
      ),
    )
    .orderBy(asc(purchaseOrders.deliverOn), asc(purchaseOrders.number))
  const owed = await app.db
    .select({ at: credits.at, amountMinor: credits.amountMinor, reason: credits.reason, number: credits.number })
    .from(credits)
    .where(
      and(
        inArray(credits.supplierId, ids),
        eq(credits.cause, 'return'),
        gte(credits.at, since),
        sql`${credits.at} < ${before}`,
      ),
    )
    .orderBy(asc(credits.at))
  const sum = (key: 'orderedMinor' | 'receivedMinor' | 'invoicedMinor' | 'payableMinor') =>
    lines.reduce((total, line) => total + line[key], 0)
  const totals = {
    orderedMinor: sum('orderedMinor'),
    receivedMinor: sum('receivedMinor'),
    invoicedMinor: sum('invoicedMinor'),
    payableMinor: sum('payableMinor'),
    creditedMinor: owed.reduce((total, { amountMinor }) => total + amountMinor, 0),
  }
  return { lines, credits: owed, totals }
}
