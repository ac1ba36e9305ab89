import { and, eq, sql } from 'drizzle-orm'
import { dateIn, type MealPeriod, type ServiceDate } from '../../kernel/time'
import { Refusal } from '../../kernel/refusal'
import type { App } from '../../platform/app'
import { note } from '../../platform/audit'
import { MEDIAN } from '../engine/forecast/levels'
import { forecastOverrides, forecasts } from '../schema/forecasts'

export interface OverrideForecast {
  readonly operatorId: string
  readonly siteId: string
  readonly zone: string
  readonly serviceDate: ServiceDate
  readonly period: MealPeriod
  readonly dishId: string
  /** Null takes an override back. */
  readonly portions: number | null
  readonly reason: string
  readonly decidedBy: string
}

/**
 * A person decides another quantity and says why; what the model said at that moment is kept, so that both can be scored.
 * @throws Refusal `not_found` for what was never forecast, `conflict` for a day that has begun.
 */
export const overrideForecast = (app: App, { zone, ...decision }: OverrideForecast): Promise<void> =>
  app.db.transaction(async (tx) => {
    const { siteId, serviceDate, period, dishId, operatorId, decidedBy, portions, reason } = decision
    const cell = and(
      eq(forecasts.siteId, siteId),
      eq(forecasts.serviceDate, serviceDate),
      eq(forecasts.period, period),
      eq(forecasts.dishId, dishId),
    )
    const [forecast] = await tx.select({ quantiles: forecasts.quantiles }).from(forecasts).where(cell)
    if (!forecast) throw new Refusal('not_found')
    if (serviceDate < dateIn(zone, app.now())) throw new Refusal('conflict')
    const median = Math.round(forecast.quantiles[MEDIAN] ?? 0)
    await tx
      .insert(forecastOverrides)
      .values({ ...decision, median, decidedAt: app.now() })
      .onConflictDoUpdate({
        target: [
          forecastOverrides.siteId,
          forecastOverrides.serviceDate,
          forecastOverrides.period,
          forecastOverrides.dishId,
        ],
        set: {
          portions: sql`excluded.portions`,
          reason: sql`excluded.reason`,
          decidedBy: sql`excluded.decided_by`,
          decidedAt: sql`excluded.decided_at`,
          median: sql`excluded.median`,
        },
      })
    await note(
      { ...app, db: tx },
      {
        operatorId,
        actorId: decidedBy,
        action: 'procurement.override-forecast',
        subject: `${siteId}/${serviceDate}/${period}/${dishId}`,
        detail: { portions, median, reason },
      },
    )
  })
