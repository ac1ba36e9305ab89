import { and, asc, eq, inArray, type SQL, sql } from 'drizzle-orm'
import type { ServiceDate } from '../../kernel/time'
import type { App } from '../../platform/app'
import { PAPER_DAYS } from '../count-work'
import { USUAL_OVER_DELIVERY_BPS } from '../domain/purchase-order'
import { papersState } from '../domain/papers'
import { tolerances } from '../schema/papers'
import { ingredients, suppliers, supplyTerms } from '../schema/supply'

/** The first day after which a kind of paper is not valid any more; the longest of each kind counts. Names are written out: a query over one table qualifies none. */
const papersEnd = sql<ServiceDate | null>`(
  select min(ends)::text from (
    select max(c.valid_to) as ends from procurement.certificates c where c.supplier_id = suppliers.id group by c.kind) held)`

async function rowsWhere(app: App, today: ServiceDate, where: SQL | undefined) {
  const rows = await app.db
    .select({
      id: suppliers.id,
      operatorId: suppliers.operatorId,
      name: suppliers.name,
      deliveryWeekdays: suppliers.deliveryWeekdays,
      leadDays: suppliers.leadDays,
      orderCutoff: suppliers.orderCutoff,
      minimumMinor: suppliers.minimumMinor,
      items: sql<number>`(select count(*)::int from procurement.supply_terms t where t.supplier_id = suppliers.id)`,
      papersEnd,
    })
    .from(suppliers)
    .where(where)
    .orderBy(asc(suppliers.id))
  return rows.map((row) => ({ ...row, papers: papersState(row.papersEnd, today, PAPER_DAYS) }))
}

/** The suppliers of some tenants with the state of their papers. */
export const listSuppliers = (app: App, operatorIds: readonly string[], today: ServiceDate) =>
  rowsWhere(app, today, inArray(suppliers.operatorId, [...operatorIds]))

/** One supplier; undefined when there is none. */
export async function supplierById(app: App, id: string, today: ServiceDate) {
  const [row] = await rowsWhere(app, today, eq(suppliers.id, id))
  return row
}

/** What a supplier sells and for how much. */
export const termsOf = (app: App, supplierId: string, ingredientId?: string) =>
  app.db
    .select({
      ingredientId: supplyTerms.ingredientId,
      ingredient: ingredients.name,
      unit: ingredients.unit,
      priority: supplyTerms.priority,
      packSize: supplyTerms.packSize,
      packName: supplyTerms.packName,
      minimumPacks: supplyTerms.minimumPacks,
      multiplePacks: supplyTerms.multiplePacks,
      priceMinor: supplyTerms.priceMinor,
      priceBreaks: supplyTerms.priceBreaks,
      overDeliveryBps: sql<number>`coalesce(${tolerances.overDeliveryBps}, ${USUAL_OVER_DELIVERY_BPS})::int`,
    })
    .from(supplyTerms)
    .innerJoin(ingredients, eq(ingredients.id, supplyTerms.ingredientId))
    .leftJoin(
      tolerances,
      and(eq(tolerances.supplierId, supplyTerms.supplierId), eq(tolerances.ingredientId, supplyTerms.ingredientId)),
    )
    .where(
      and(
        eq(supplyTerms.supplierId, supplierId),
        ingredientId ? eq(supplyTerms.ingredientId, ingredientId) : undefined,
      ),
    )
    .orderBy(asc(supplyTerms.ingredientId))
