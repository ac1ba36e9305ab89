import { and, asc, eq, getTableColumns, gt, gte, inArray, isNull, lt, sql } from 'drizzle-orm'
import { addDays, type ServiceDate } from '../../kernel/time'
import type { Tx } from '../../platform/database'
import type { PastDay } from '../domain/expected-portions'
import type { LotLeft } from '../domain/fefo'
import { OPEN, stillToCome } from '../domain/purchase-order'
import type { PackTerms } from '../domain/replenishment'
import type { Source } from '../domain/sourcing'
import { demandHistory } from '../schema/planning'
import { purchaseOrderLines, purchaseOrders } from '../schema/purchasing'
import { issues, lots, shortages, stockMoves } from '../schema/stock'
import { ingredients, suppliers, supplyTerms } from '../schema/supply'

/** What a supplier sells one ingredient for, and when. */
export type Terms = Source &
  PackTerms & {
    readonly ingredientId: string
    readonly packName: { zh: string; en: string }
    /** Days the goods keep from their delivery on. */
    readonly shelfLifeDays: number
  }

/** What one ingredient has on the shelf and on its way at one site. */
export interface Facts {
  readonly lots: readonly LotLeft[]
  readonly arrivals: readonly { readonly date: ServiceDate; readonly quantity: number }[]
  /** What batches of a service date have taken already, covered or not. */
  readonly issued: ReadonlyMap<ServiceDate, number>
  /** A person has changed what is proposed of it: the plan keeps out. */
  readonly touched: boolean
}

/** How far back the average looks: each weekday eight times. */
const PAST_DAYS = 56

export const readPast = (tx: Tx, siteId: string, today: ServiceDate): Promise<PastDay[]> =>
  tx
    .select({
      dishId: demandHistory.dishId,
      period: demandHistory.period,
      serviceDate: demandHistory.serviceDate,
      portions: demandHistory.portions,
    })
    .from(demandHistory)
    .where(
      and(
        eq(demandHistory.siteId, siteId),
        gte(demandHistory.serviceDate, addDays(today, -PAST_DAYS)),
        lt(demandHistory.serviceDate, today),
      ),
    )

/** Holds the terms before stock and orders are read, so that two plans at once cannot both order the same rice. */
export async function lockTerms(tx: Tx, operatorId: string, ingredientIds: readonly string[]): Promise<Terms[]> {
  const asked = and(eq(supplyTerms.operatorId, operatorId), inArray(supplyTerms.ingredientId, [...ingredientIds]))
  await tx
    .select({ ingredientId: supplyTerms.ingredientId })
    .from(supplyTerms)
    .where(asked)
    .orderBy(asc(supplyTerms.ingredientId), asc(supplyTerms.supplierId))
    .for('update')
  return tx
    .select({
      ...getTableColumns(supplyTerms),
      deliveryWeekdays: suppliers.deliveryWeekdays,
      leadDays: suppliers.leadDays,
      orderCutoff: suppliers.orderCutoff,
      zone: suppliers.zone,
      shelfLifeDays: ingredients.shelfLifeDays,
    })
    .from(supplyTerms)
    .innerJoin(suppliers, eq(suppliers.id, supplyTerms.supplierId))
    .innerJoin(ingredients, eq(ingredients.id, supplyTerms.ingredientId))
    .where(asked)
}

/** Stock, orders and what was cooked, as they stand now; read after the lock. */
export async function readFacts(
  tx: Tx,
  siteId: string,
  ingredientIds: readonly string[],
  today: ServiceDate,
): Promise<(ingredientId: string) => Facts> {
  const shelf = await usableLots(tx, siteId, ingredientIds, today)
  const coming = await openLines(tx, siteId, ingredientIds)
  const used = await issuedSince(tx, siteId, today)
  return (ingredientId) => {
    const lines = coming.filter((line) => line.ingredientId === ingredientId)
    return {
      lots: shelf.filter((lot) => lot.ingredientId === ingredientId),
      arrivals: lines.map((line) => ({ date: line.deliverOn, quantity: stillToCome(line) })),
      issued: new Map(used.filter((row) => row.ingredientId === ingredientId).map((row) => [row.date, row.quantity])),
      touched: lines.some((line) => line.status === 'proposed' && line.changedAt !== null),
    }
  }
}

const usableLots = (tx: Tx, siteId: string, ingredientIds: readonly string[], today: ServiceDate) =>
  tx
    .select({ id: lots.id, ingredientId: lots.ingredientId, expiresOn: lots.expiresOn, quantity: lots.quantity })
    .from(lots)
    .where(
      and(
        eq(lots.siteId, siteId),
        inArray(lots.ingredientId, [...ingredientIds]),
        gt(lots.quantity, 0),
        gte(lots.expiresOn, today),
        isNull(lots.blockedAt),
      ),
    )

const openLines = (tx: Tx, siteId: string, ingredientIds: readonly string[]) =>
  tx
    .select({
      ingredientId: purchaseOrderLines.ingredientId,
      packs: purchaseOrderLines.packs,
      packSize: purchaseOrderLines.packSize,
      confirmedPacks: purchaseOrderLines.confirmedPacks,
      receivedQuantity: purchaseOrderLines.receivedQuantity,
      rejectedQuantity: purchaseOrderLines.rejectedQuantity,
      changedAt: purchaseOrderLines.changedAt,
      deliverOn: purchaseOrders.deliverOn,
      status: purchaseOrders.status,
    })
    .from(purchaseOrderLines)
    .innerJoin(purchaseOrders, eq(purchaseOrders.id, purchaseOrderLines.purchaseOrderId))
    .where(
      and(
        eq(purchaseOrders.siteId, siteId),
        inArray(purchaseOrders.status, [...OPEN]),
        inArray(purchaseOrderLines.ingredientId, [...ingredientIds]),
      ),
    )

interface Issued extends Record<string, unknown> {
  readonly ingredientId: string
  readonly date: ServiceDate
  readonly quantity: number
}

async function issuedSince(tx: Tx, siteId: string, today: ServiceDate): Promise<readonly Issued[]> {
  const { rows } = await tx.execute<Issued>(sql`
    select ingredient_id as "ingredientId", service_date::text as date, sum(quantity)::int as quantity
    from (
      select l.ingredient_id, i.service_date, -m.delta as quantity
      from ${issues} i join ${stockMoves} m on m.ref = i.ref and m.reason = 'issue' join ${lots} l on l.id = m.lot_id
      where i.site_id = ${siteId} and i.service_date >= ${today}
      union all
      select s.ingredient_id, i.service_date, s.quantity from ${issues} i join ${shortages} s on s.ref = i.ref
      where i.site_id = ${siteId} and i.service_date >= ${today}
    ) used group by 1, 2`)
  return rows
}
