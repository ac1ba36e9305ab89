import { type SQL, sql } from 'drizzle-orm'

/**
 * `with … meals`: one row a planned menu day with its orders, buildings, boxes, stops, those without a run, runs and metres,
 * without cancelled orders. `chosen` is a condition on `delivery.plans`.
 */
export const withMeals = (chosen: SQL): SQL => sql`
  with chosen as (select * from delivery.plans where ${chosen}),
  ordered as (
    select s.menu_day_id, count(*)::int as orders, count(distinct s.building_id)::int as buildings,
           sum(d.boxes)::int as boxes, count(distinct s.id)::int as stops,
           (count(distinct s.id) filter (where s.run_id is null))::int as unserved
    from delivery.drops d join delivery.stops s on s.id = d.stop_id join chosen using (menu_day_id)
    where d.status <> 'void' group by s.menu_day_id
  ), driven as (
    select menu_day_id, count(*)::int as runs, sum(metres)::int as metres
    from delivery.runs join chosen using (menu_day_id) group by menu_day_id
  ), meals as (
    select chosen.menu_day_id, operator_id, site_id, service_date, period,
           coalesce(orders, 0) as orders, coalesce(buildings, 0) as buildings, coalesce(boxes, 0) as boxes,
           coalesce(stops, 0) as stops, coalesce(unserved, 0) as unserved,
           coalesce(runs, 0) as runs, coalesce(metres, 0) as metres
    from chosen left join ordered using (menu_day_id) left join driven using (menu_day_id)
  )`
