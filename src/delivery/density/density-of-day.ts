import { sql } from 'drizzle-orm'
import type { MealPeriod, ServiceDate } from '../../kernel/time'
import type { App } from '../../platform/app'
import type { Day } from '../queries'

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
  const { rows } = await app.db.execute<Density & Record<string, unknown>>(sql`
    with chosen as (
      select * from delivery.plans where operator_id = any(${sql.param([...operatorIds])}) and service_date = ${date}
    ), ordered as (
      select s.menu_day_id, count(*)::int as orders, count(distinct s.building_id)::int as buildings,
             sum(d.boxes)::int as boxes, count(distinct s.id)::int as stops,
             (count(distinct s.id) filter (where s.run_id is null))::int as unserved
      from delivery.drops d join delivery.stops s on s.id = d.stop_id join chosen using (menu_day_id)
      where d.status <> 'void' group by s.menu_day_id
    ), driven as (
      select menu_day_id, count(*)::int as runs, sum(metres)::int as metres
      from delivery.runs join chosen using (menu_day_id) group by menu_day_id
    )
    select menu_day_id as "menuDayId", operator_id as "operatorId", site_id as "siteId",
           service_date::text as "serviceDate", period,
           coalesce(orders, 0) as orders, coalesce(buildings, 0) as buildings, coalesce(boxes, 0) as boxes,
           coalesce(stops, 0) as stops, coalesce(unserved, 0) as unserved,
           coalesce(runs, 0) as runs, coalesce(metres, 0) as metres,
           round(orders::numeric / nullif(buildings, 0), 2)::float8 as "ordersPerBuilding",
           round(boxes::numeric / nullif(stops, 0), 2)::float8 as "boxesPerStop",
           round((stops - unserved) * 1000::numeric / nullif(metres, 0), 2)::float8 as "stopsPerKm"
    from chosen left join ordered using (menu_day_id) left join driven using (menu_day_id)
    order by service_date, site_id, period`)
  return rows
}
