import { and, eq, isNotNull, sql } from 'drizzle-orm'
import type { MealPeriod, ServiceDate } from '../../kernel/time'
import type { App } from '../../platform/app'
import { batches } from '../schema/batches'
import { waste } from '../schema/service'

export interface Served {
  readonly siteId: string
  readonly serviceDate: ServiceDate
  readonly period: MealPeriod
  readonly dishId: string
}

/** Portions of a dish of a meal that came off the heat, and those that were left over. What was spoilt is no left-over. */
export async function leftOf(app: App, { siteId, serviceDate, period, dishId }: Served) {
  const [made] = await app.db
    .select({ portions: sql<number>`coalesce(sum(${batches.portions}), 0)::int` })
    .from(batches)
    .where(
      and(
        eq(batches.siteId, siteId),
        eq(batches.serviceDate, serviceDate),
        eq(batches.period, period),
        eq(batches.dishId, dishId),
        isNotNull(batches.cookedAt),
      ),
    )
  const [left] = await app.db
    .select({ portions: sql<number>`coalesce(sum(${waste.portions}), 0)::int` })
    .from(waste)
    .where(
      and(
        eq(waste.siteId, siteId),
        eq(waste.serviceDate, serviceDate),
        eq(waste.period, period),
        eq(waste.dishId, dishId),
        eq(waste.cause, 'left_over'),
      ),
    )
  return { cooked: made?.portions ?? 0, leftOver: left?.portions ?? 0 }
}
