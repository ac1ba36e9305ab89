import { sql } from 'drizzle-orm'
import type { MealPeriod, ServiceDate } from '../../kernel/time'
import type { App } from '../../platform/app'
import { forecastFor } from '../forecasting/forecast-for'

export interface Served {
  readonly serviceDate: ServiceDate
  readonly period: MealPeriod
  readonly dishId: string
}

/** Weekdays are averaged over so many weeks where nothing was forecast. */
const WEEKS = 8

/** Portions expected of dishes at a site: what was forecast or decided, else the average of the same weekday, else 0. */
export async function expectPortions(
  app: App,
  siteId: string,
  from: ServiceDate,
  to: ServiceDate,
): Promise<(served: Served) => number> {
  const key = ({ serviceDate, period, dishId }: Served) => `${serviceDate} ${period} ${dishId}`
  const forecast = new Map((await forecastFor(app, { siteId, from, to })).map((cell) => [key(cell), cell.chosen]))
  const { rows } = await app.db.execute<{ period: string; dish_id: string; weekday: number; portions: number }>(sql`
    select period, dish_id, extract(dow from service_date)::int as weekday, ceil(avg(eaten))::int as portions
    from procurement.demand_history
    where site_id = ${siteId} and service_date < ${from} and service_date >= ${from}::date - ${WEEKS * 7}::int
    group by 1, 2, 3`)
  const usual = new Map(rows.map((row) => [`${row.weekday} ${row.period} ${row.dish_id}`, row.portions]))
  return (served) => {
    const weekday = new Date(`${served.serviceDate}T00:00:00Z`).getUTCDay()
    return forecast.get(key(served)) ?? usual.get(`${weekday} ${served.period} ${served.dishId}`) ?? 0
  }
}
