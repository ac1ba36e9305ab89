import { and, eq, getTableColumns, gte, lt } from 'drizzle-orm'
import { addDays, type ServiceDate } from '../../kernel/time'
import type { Tx } from '../../platform/database'
import type { PastDay } from '../domain/expected-portions'
import { demandHistory } from '../schema/planning'
import { ingredients, suppliers, supplyTerms } from '../schema/supply'
import { among } from './among'

/** How far back the average looks: each weekday eight times. */
const PAST_DAYS = 56

/** What some sites served in the last weeks. */
export const readPast = (
  tx: Tx,
  siteIds: readonly string[],
  today: ServiceDate,
): Promise<(PastDay & { siteId: string })[]> =>
  tx
    .select({
      siteId: demandHistory.siteId,
      dishId: demandHistory.dishId,
      period: demandHistory.period,
      serviceDate: demandHistory.serviceDate,
      portions: demandHistory.eaten,
    })
    .from(demandHistory)
    .where(
      and(
        among(demandHistory.siteId, siteIds),
        gte(demandHistory.serviceDate, addDays(today, -PAST_DAYS)),
        lt(demandHistory.serviceDate, today),
      ),
    )

export type SoldTerms = Awaited<ReturnType<typeof readTerms>>[number]

/** What suppliers of some tenants sell of some ingredients, and when they come. */
export const readTerms = (tx: Tx, operatorIds: readonly string[], ingredientIds: readonly string[]) =>
  tx
    .select({
      ...getTableColumns(supplyTerms),
      deliveryWeekdays: suppliers.deliveryWeekdays,
      leadDays: suppliers.leadDays,
      workWeekdays: suppliers.workWeekdays,
      holidays: suppliers.holidays,
      makeUpDays: suppliers.makeUpDays,
      orderCutoff: suppliers.orderCutoff,
      zone: suppliers.zone,
      minimumMinor: suppliers.minimumMinor,
      deliveryFeeMinor: suppliers.deliveryFeeMinor,
      shelfLifeDays: ingredients.shelfLifeDays,
    })
    .from(supplyTerms)
    .innerJoin(suppliers, eq(suppliers.id, supplyTerms.supplierId))
    .innerJoin(ingredients, eq(ingredients.id, supplyTerms.ingredientId))
    .where(and(among(supplyTerms.operatorId, operatorIds), among(supplyTerms.ingredientId, ingredientIds)))

/** Which of some ingredients are known at all. */
export async function knownIngredients(tx: Tx, ingredientIds: readonly string[]): Promise<Set<string>> {
  const rows = await tx.select({ id: ingredients.id }).from(ingredients).where(among(ingredients.id, ingredientIds))
  return new Set(rows.map(({ id }) => id))
}
