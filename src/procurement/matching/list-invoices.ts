import { and, asc, eq, inArray, type SQL, sql } from 'drizzle-orm'
import type { App } from '../../platform/app'
import { costPerThousand } from '../domain/purchase-order'
import { type Reach, within } from '../reach'
import { discrepancies, invoiceLines, invoices } from '../schema/matching'
import { purchaseOrderLines, purchaseOrders } from '../schema/purchasing'
import { ingredients, suppliers } from '../schema/supply'

const MOST_ROWS = 300

const openOnes = sql<number>`(select count(*)::int from ${discrepancies}
  where ${discrepancies.invoiceId} = ${invoices.id} and ${discrepancies.status} = 'open')`

/** Agreed lines and what was accepted since. */
export const payableOf = sql<number>`(
  (select coalesce(sum(${invoiceLines.payableMinor}), 0) from ${invoiceLines} where ${invoiceLines.invoiceId} = ${invoices.id})
  + (select coalesce(sum(${discrepancies.amountMinor}), 0) from ${discrepancies}
     where ${discrepancies.invoiceId} = ${invoices.id} and ${discrepancies.status} = 'accepted'))::int`

const invoiceRows = (app: App, where: SQL | undefined) =>
  app.db
    .select({
      id: invoices.id,
      operatorId: invoices.operatorId,
      siteId: invoices.siteId,
      supplierId: invoices.supplierId,
      supplier: suppliers.name,
      number: invoices.number,
      orderId: invoices.purchaseOrderId,
      orderNumber: purchaseOrders.number,
      issuedOn: invoices.issuedOn,
      dueOn: invoices.dueOn,
      totalMinor: invoices.totalMinor,
      payableMinor: payableOf,
      openDiscrepancies: openOnes,
      status: sql<'held' | 'payable'>`case when ${openOnes} > 0 then 'held' else 'payable' end`,
    })
    .from(invoices)
    .innerJoin(suppliers, eq(suppliers.id, invoices.supplierId))
    .innerJoin(purchaseOrders, eq(purchaseOrders.id, invoices.purchaseOrderId))
    .where(where)
    .orderBy(asc(invoices.dueOn), asc(invoices.id))
    .limit(MOST_ROWS)

export interface InvoiceFilter {
  readonly reach: readonly Reach[]
  readonly supplierId?: string | undefined
  readonly status?: 'held' | 'payable' | undefined
}

/** Invoices within reach, the next due first. */
export const listInvoices = (app: App, { reach, supplierId, status }: InvoiceFilter) =>
  invoiceRows(
    app,
    and(
      within(reach, invoices),
      supplierId ? eq(invoices.supplierId, supplierId) : undefined,
      status && (status === 'held' ? sql`${openOnes} > 0` : sql`${openOnes} = 0`),
    ),
  )

/** Whose an invoice is; undefined when there is none. */
export async function invoiceOwner(app: App, id: string) {
  const { operatorId, siteId } = invoices
  const [owner] = await app.db.select({ operatorId, siteId }).from(invoices).where(eq(invoices.id, id))
  return owner
}

/** One invoice, line by line beside order and receipt as they stood when it was matched. */
export async function invoiceDetail(app: App, id: string) {
  const [invoice] = await invoiceRows(app, eq(invoices.id, id))
  if (!invoice) return undefined
  const rows = await app.db
    .select({ line: invoiceLines, ordered: purchaseOrderLines, item: ingredients })
    .from(invoiceLines)
    .innerJoin(purchaseOrderLines, eq(purchaseOrderLines.id, invoiceLines.lineId))
    .innerJoin(ingredients, eq(ingredients.id, purchaseOrderLines.ingredientId))
    .where(eq(invoiceLines.invoiceId, id))
    .orderBy(asc(invoiceLines.id))
  const extra = await acceptedByLine(
    app,
    rows.map(({ line }) => line.id),
  )
  const lines = rows.map(({ line, ordered, item }) => ({
    id: line.id,
    ingredient: item.name,
    unit: item.unit,
    ordered: ordered.packs * ordered.packSize,
    received: line.received,
    invoiced: line.quantity,
    invoicedBefore: line.invoicedBefore,
    amountMinor: line.amountMinor,
    orderPrice: costPerThousand(ordered.priceMinor, ordered.packSize),
    invoicePrice: costPerThousand(line.amountMinor, line.quantity),
    payableMinor: line.payableMinor + (extra.get(line.id) ?? 0),
    match: line.match,
  }))
  return { ...invoice, lines }
}

async function acceptedByLine(app: App, lineIds: readonly string[]): Promise<Map<string, number>> {
  const rows = await app.db
    .select({ ref: discrepancies.ref, amount: sql<number>`sum(${discrepancies.amountMinor})::int` })
    .from(discrepancies)
    .where(and(inArray(discrepancies.ref, [...lineIds]), eq(discrepancies.status, 'accepted')))
    .groupBy(discrepancies.ref)
  return new Map(rows.map(({ ref, amount }) => [ref, amount]))
}
