import { and, desc, eq, type SQL } from 'drizzle-orm'
import type { App } from '../../platform/app'
import { type Reach, within } from '../reach'
import { type DISCREPANCY_STATUSES, discrepancies, invoices } from '../schema/matching'
import { purchaseOrders } from '../schema/purchasing'
import { ingredients, suppliers } from '../schema/supply'

const MOST_ROWS = 500

const rowsWhere = (app: App, where: SQL | undefined) =>
  app.db
    .select({
      id: discrepancies.id,
      operatorId: discrepancies.operatorId,
      siteId: discrepancies.siteId,
      kind: discrepancies.kind,
      supplier: suppliers.name,
      orderId: invoices.purchaseOrderId,
      orderNumber: purchaseOrders.number,
      invoiceId: discrepancies.invoiceId,
      invoiceNumber: invoices.number,
      transferId: discrepancies.transferId,
      ingredient: ingredients.name,
      unit: ingredients.unit,
      expected: discrepancies.expected,
      found: discrepancies.found,
      amountMinor: discrepancies.amountMinor,
      status: discrepancies.status,
      note: discrepancies.note,
      at: discrepancies.at,
      resolvedAt: discrepancies.resolvedAt,
    })
    .from(discrepancies)
    .innerJoin(ingredients, eq(ingredients.id, discrepancies.ingredientId))
    .leftJoin(suppliers, eq(suppliers.id, discrepancies.supplierId))
    .leftJoin(invoices, eq(invoices.id, discrepancies.invoiceId))
    .leftJoin(purchaseOrders, eq(purchaseOrders.id, invoices.purchaseOrderId))
    .where(where)
    .orderBy(desc(discrepancies.amountMinor), desc(discrepancies.id))
    .limit(MOST_ROWS)

/** What does not agree, the largest amount first. */
export const listDiscrepancies = (
  app: App,
  { reach, status }: { reach: readonly Reach[]; status: (typeof DISCREPANCY_STATUSES)[number] },
) => rowsWhere(app, and(within(reach, discrepancies), eq(discrepancies.status, status)))

export const discrepanciesOf = (app: App, invoiceId: string) => rowsWhere(app, eq(discrepancies.invoiceId, invoiceId))

export async function discrepancyById(app: App, id: string) {
  const [found] = await rowsWhere(app, eq(discrepancies.id, id))
  return found
}

export type DiscrepancyRow = Awaited<ReturnType<typeof listDiscrepancies>>[number]
