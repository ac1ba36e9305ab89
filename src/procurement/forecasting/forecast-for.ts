import { and, asc, eq, gte, lte } from 'drizzle-orm'
import type { MealPeriod, ServiceDate } from '../../kernel/time'
import type { App } from '../../platform/app'
import { valueAt } from '../engine/forecast/levels'
import { forecastOverrides, forecasts } from '../schema/forecasts'

/** The service level unless somebody asks for another: nine days in ten nothing runs out. */
export const SERVICE_LEVEL = 0.9

export interface ForecastFor {
  readonly siteId: string
  readonly from: ServiceDate
  /** Inclusive. */
  readonly to: ServiceDate
  /** Share of days on which nothing may run out, between 0 and 1. */
  readonly serviceLevel?: number | undefined
}

/** The whole demand of one dish, day and period, in portions: firm orders are part of it and consume it. */
export interface ForecastCell {
  readonly serviceDate: ServiceDate
  readonly period: MealPeriod
  readonly dishId: string
  /** In the order of `LEVELS`, rising. */
  readonly quantiles: readonly number[]
  /** What a person decided, else the quantile at the service level, in whole portions. */
  readonly chosen: number
  readonly override: { readonly portions: number; readonly reason: string } | null
  readonly method: string
  readonly origin: ServiceDate
  readonly planned: number | null
}

/** What is expected of every dish on the menus of a site between two dates; none where nothing was forecast yet. */
export async function forecastFor(
  app: App,
  { siteId, from, to, serviceLevel = SERVICE_LEVEL }: ForecastFor,
): Promise<ForecastCell[]> {
  const rows = await app.db
    .select({
      serviceDate: forecasts.serviceDate,
      period: forecasts.period,
      dishId: forecasts.dishId,
      quantiles: forecasts.quantiles,
      method: forecasts.method,
      origin: forecasts.origin,
      planned: forecasts.planned,
      portions: forecastOverrides.portions,
      reason: forecastOverrides.reason,
    })
    .from(forecasts)
    .leftJoin(
      forecastOverrides,
      and(
        eq(forecastOverrides.siteId, forecasts.siteId),
        eq(forecastOverrides.serviceDate, forecasts.serviceDate),
        eq(forecastOverrides.period, forecasts.period),
        eq(forecastOverrides.dishId, forecasts.dishId),
      ),
    )
    .where(and(eq(forecasts.siteId, siteId), gte(forecasts.serviceDate, from), lte(forecasts.serviceDate, to)))
    .orderBy(asc(forecasts.serviceDate), asc(forecasts.period), asc(forecasts.dishId))
  return rows.map(({ portions, reason, ...cell }) => ({
    ...cell,
    chosen: portions ?? Math.ceil(valueAt(cell.quantiles, serviceLevel)),
    override: portions === null || reason === null ? null : { portions, reason },
  }))
}
