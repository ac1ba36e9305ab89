import { sql } from 'drizzle-orm'
import type { MealPeriod, ServiceDate } from '../../kernel/time'
import type { App } from '../../platform/app'
import type { Day } from '../queries'
import { withMeals } from './meals'

/** How dense a menu day was to deliver. The three ratios are null where there is nothing to divide by. */
export interface Density {
  readonly menuDayId: string
  readonly operatorId: string
  readonly siteId: string
  readonly serviceDate: ServiceDate
  readonly period: MealPeriod
  readonly orders: number
  readonly buildings: number
  readonly boxes: number
  readonly stops: number
  readonly unserved: number
  readonly runs: number
  readonly metres: number
  readonly ordersPerBuilding: number | null
  readonly boxesPerStop: number | null
  readonly stopsPerKm: number | null
}

/** The density of every planned menu day of some tenants on a day, without cancelled orders. */
export async function densityOfDay(app: App, { operatorIds, date }: Day): Promise<Density[]> {
  const chosen = sql`operator_id = any(${sql.param([...operatorIds])}) and service_date = ${date}`
  const { rows } = await app.db.execute<Density & Record<string, unknown>>(sql`
    ${withMeals(chosen)}
    select menu_day_id as "menuDayId", operator_id as "operatorId", site_id as "siteId",
           service_date::text as "serviceDate", period, orders, buildings, boxes, stops, unserved, runs, metres,
           round(orders::numeric / nullif(buildings, 0), 2)::float8 as "ordersPerBuilding",
           round(boxes::numeric / nullif(stops, 0), 2)::float8 as "boxesPerStop",
           round((stops - unserved) * 1000::numeric / nullif(metres, 0), 2)::float8 as "stopsPerKm"
    from meals order by service_date, site_id, period`)
  return rows
}
