import { sql } from 'drizzle-orm'
import type { App } from '../../platform/app'
import { type DensityFilter, plansOf } from './density-filter'

/** What one building ordered in the meals a filter means. */
export interface BuildingOrders {
  readonly buildingId: string
  readonly communityId: string
  readonly orders: number
  readonly boxes: number
  readonly stops: number
  /** Meals in which anybody there ordered. */
  readonly meals: number
}

/** Every building that ordered, without cancelled orders; most orders a meal first. */
export async function ordersByBuilding(app: App, filter: DensityFilter): Promise<BuildingOrders[]> {
  const { rows } = await app.db.execute<BuildingOrders & Record<string, unknown>>(sql`
    with chosen as (select menu_day_id from delivery.plans where ${plansOf(filter)})
    select s.building_id as "buildingId", s.community_id as "communityId",
           count(*)::int as orders, sum(d.boxes)::int as boxes, count(distinct s.id)::int as stops,
           count(distinct s.menu_day_id)::int as meals
    from delivery.drops d join delivery.stops s on s.id = d.stop_id join chosen using (menu_day_id)
    where d.status <> 'void' group by s.building_id, s.community_id
    order by count(*)::numeric / count(distinct s.menu_day_id) desc, s.building_id`)
  return rows
}

/** Meals the filter means: days times periods in which any of the kitchens served. */
export async function mealsServed(app: App, filter: DensityFilter): Promise<number> {
  const { rows } = await app.db.execute<{ meals: number }>(sql`
    select count(distinct (service_date, period))::int as meals from delivery.plans where ${plansOf(filter)}`)
  return rows[0]?.meals ?? 0
}
