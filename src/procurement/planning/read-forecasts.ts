import type { MealPeriod, ServiceDate } from '../../kernel/time'
import type { App } from '../../platform/app'
import type { Expectation } from '../domain/expected-portions'
import { valueAt } from '../engine/forecast/levels'
import { deviationOf } from '../engine/requirements/safety-stock'
import { type ForecastCell, forecastFor } from '../forecasting/forecast-for'

/** What is expected of a dish at a site; undefined where nobody has forecast it. */
export type ForecastOf = (
  siteId: string,
  cell: { readonly serviceDate: ServiceDate; readonly period: MealPeriod; readonly dishId: string },
) => Expectation | undefined

const keyOf = ({ serviceDate, period, dishId }: { serviceDate: ServiceDate; period: MealPeriod; dishId: string }) =>
  `${serviceDate} ${period} ${dishId}`

/** The forecasts of some sites' menus: the median, or what a person decided, with the spread up to the 90% quantile. */
export async function readForecasts(
  app: App,
  plans: readonly { readonly siteId: string; readonly menu: readonly { readonly serviceDate: ServiceDate }[] }[],
  today: (siteId: string) => ServiceDate,
): Promise<ForecastOf> {
  const found = new Map<string, Map<string, Expectation>>()
  for (const { siteId, menu } of plans) {
    const from = today(siteId)
    const to = menu.reduce((latest, { serviceDate }) => (serviceDate > latest ? serviceDate : latest), from)
    const cells = await forecastFor(app, { siteId, from, to })
    found.set(siteId, new Map(cells.map((cell) => [keyOf(cell), expectation(cell)])))
  }
  return (siteId, cell) => found.get(siteId)?.get(keyOf(cell))
}

/** A person's word is the mean; how far it may be off is still what the model says of itself. */
function expectation({ quantiles, override }: ForecastCell): Expectation {
  const median = valueAt(quantiles, 0.5)
  return { mean: override?.portions ?? median, spread: deviationOf(median, valueAt(quantiles, 0.9)) }
}
