import { sql } from 'drizzle-orm'
import { type MealPeriod, type ServiceDate } from '../../kernel/time'
import type { Tx } from '../../platform/database'
import type { Expectation } from '../domain/expected-portions'
import { LEVELS, MEDIAN } from '../engine/forecast/levels'
import { deviationOf } from '../engine/requirements/safety-stock'
import { forecastOverrides, forecasts } from '../schema/forecasts'

/** What is expected of a dish at a site; undefined where nobody has forecast it. */
export type ForecastOf = (
  siteId: string,
  cell: { readonly serviceDate: ServiceDate; readonly period: MealPeriod; readonly dishId: string },
) => Expectation | undefined

const keyOf = ({ serviceDate, period, dishId }: { serviceDate: ServiceDate; period: MealPeriod; dishId: string }) =>
  `${serviceDate} ${period} ${dishId}`

const NINETIETH = LEVELS.indexOf(0.9)

interface Row extends Record<string, unknown> {
  readonly siteId: string
  readonly cell: string
  readonly median: number
  readonly ninetieth: number
  readonly portions: number | null
}

/**
 * The forecasts of some sites' menus, read with one statement however many sites: the median, or what a person decided,
 * with the spread up to the 90% quantile. A person's word is the mean; how far it may be off is still what the model
 * says of itself.
 */
export async function readForecasts(
  tx: Tx,
  plans: readonly { readonly siteId: string; readonly menu: readonly { readonly serviceDate: ServiceDate }[] }[],
  today: (siteId: string) => ServiceDate,
): Promise<ForecastOf> {
  const last = ({ siteId, menu }: (typeof plans)[number]) =>
    menu.reduce((latest, { serviceDate }) => (serviceDate > latest ? serviceDate : latest), today(siteId))
  const { rows } = await tx.execute<Row>(sql`
    select f.site_id as "siteId", f.service_date || ' ' || f.period || ' ' || f.dish_id as cell,
           (f.quantiles ->> ${sql.raw(String(MEDIAN))})::float8 as median,
           (f.quantiles ->> ${sql.raw(String(NINETIETH))})::float8 as ninetieth, o.portions
    from unnest(${sql.param(plans.map(({ siteId }) => siteId))}::text[], ${sql.param(plans.map(({ siteId }) => today(siteId)))}::date[],
                ${sql.param(plans.map(last))}::date[]) as asked (site_id, first, last)
    join ${forecasts} f on f.site_id = asked.site_id and f.service_date between asked.first and asked.last
    left join ${forecastOverrides} o on o.site_id = f.site_id and o.service_date = f.service_date
      and o.period = f.period and o.dish_id = f.dish_id`)
  const found = new Map<string, Map<string, Expectation>>(plans.map(({ siteId }) => [siteId, new Map()]))
  for (const { siteId, cell, median, ninetieth, portions } of rows)
    found.get(siteId)?.set(cell, { mean: portions ?? median, spread: deviationOf(median, ninetieth) })
  return (siteId, cell) => found.get(siteId)?.get(keyOf(cell))
}
