import { and, asc, eq, gte, inArray, isNotNull, lte, sql } from 'drizzle-orm'
import type { ServiceDate } from '../../kernel/time'
import type { App } from '../../platform/app'
import { credits } from '../schema/matching'
import { purchaseOrders } from '../schema/purchasing'

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
      // names written out: a column of a query over one table is not qualified
      receivedMinor: sql<number>`(select coalesce(round(sum(l.received_quantity::numeric * l.price_minor / l.pack_size)), 0)::int
        from procurement.purchase_order_lines l where l.purchase_order_id = purchase_orders.id)`,
      invoicedMinor: sql<number>`(select coalesce(sum(i.total_minor), 0)::int from procurement.invoices i
        where i.purchase_order_id = purchase_orders.id)`,
      payableMinor: sql<number>`((select coalesce(sum(l.payable_minor), 0) from procurement.invoice_lines l
        join procurement.invoices i on i.id = l.invoice_id where i.purchase_order_id = purchase_orders.id)
        + (select coalesce(sum(d.amount_minor), 0) from procurement.discrepancies d
        join procurement.invoices i on i.id = d.invoice_id
        where i.purchase_order_id = purchase_orders.id and d.status = 'accepted'))::int`,
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
