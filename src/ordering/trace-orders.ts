import { sql } from 'drizzle-orm'
import type { Text } from '../kernel/text'
import type { MealPeriod, ServiceDate } from '../kernel/time'
import type { App } from '../platform/app'

/** A dish of a menu day. */
export interface Served {
  readonly menuDayId: string
  readonly dishId: string
}

/** One dish in somebody's order. */
export interface TracedLine extends Served {
  readonly orderId: string
  readonly number: string
  readonly operatorId: string
  readonly personId: string
  readonly status: string
  readonly serviceDate: ServiceDate
  readonly period: MealPeriod
  readonly dish: Text
  readonly portions: number
}

export interface TracedOrders {
  readonly lines: readonly TracedLine[]
  /** Over all, also those beyond the limit. */
  readonly orders: number
  readonly residents: number
  readonly portions: number
}

/** What was ordered and not taken back. */
const COOKED_FOR = ['placed', 'cooking', 'ready', 'on_the_way', 'delivered', 'failed']

const linesOf = (where: ReturnType<typeof sql>) => sql`
  select o.id as "orderId", o.number, g.operator_id as "operatorId", o.person_id as "personId", g.status,
         g.service_date::text as "serviceDate", g.period, g.menu_day_id as "menuDayId", l.dish_id as "dishId",
         l.name as dish, l.quantity as portions
  from ordering.fulfilment_groups g join ordering.orders o on o.id = g.order_id
  join ordering.order_lines l on l.order_id = g.order_id and l.group_id = g.id
  where g.status = any(${sql.param(COOKED_FOR)}) and ${where}`

/** The orders with some dishes of menu days, the latest meal first, and how many there are in all. */
export async function ordersWithDishes(app: App, served: readonly Served[], limit: number): Promise<TracedOrders> {
  if (served.length === 0) return { lines: [], orders: 0, residents: 0, portions: 0 }
  const days = sql.param(served.map(({ menuDayId }) => menuDayId))
  const dishes = sql.param(served.map(({ dishId }) => dishId))
  const wanted = linesOf(sql`g.menu_day_id = any(${days}::text[])
    and (g.menu_day_id, l.dish_id) in (select * from unnest(${days}::text[], ${dishes}::text[]))`)
  const { rows } = await app.db.execute<{
    lines: TracedLine[]
    orders: number
    residents: number
    portions: number
  }>(sql`
    with traced as materialized (${wanted})
    select (select count(distinct "orderId")::int from traced) as orders,
           (select count(distinct "personId")::int from traced) as residents,
           (select coalesce(sum(portions), 0)::int from traced) as portions,
           coalesce((select jsonb_agg(last) from (
             select * from traced order by "serviceDate" desc, "orderId", "dishId" limit ${limit}) last), '[]') as lines`)
  return rows[0] ?? { lines: [], orders: 0, residents: 0, portions: 0 }
}

/** The dishes of one order, by its id or its number within some tenants; the newest of that number. */
export async function dishesOfOrder(app: App, operatorIds: readonly string[], key: string): Promise<TracedLine[]> {
  const { rows } = await app.db.execute<TracedLine & Record<string, unknown>>(
    linesOf(sql`o.id = (
      select id from (
        select id, received_at from ordering.orders where id = ${key} and operator_id = any(${sql.param([...operatorIds])})
        union all
        select id, received_at from ordering.orders where number = ${key} and operator_id = any(${sql.param([...operatorIds])})
      ) named order by received_at desc limit 1) order by g.service_date, l.id`),
  )
  return rows
}

/** Whom to call about some orders: for a recall only. */
export async function contactsOf(app: App, served: readonly Served[]) {
  if (served.length === 0) return []
  const days = sql.param(served.map(({ menuDayId }) => menuDayId))
  const dishes = sql.param(served.map(({ dishId }) => dishId))
  const { rows } = await app.db.execute<{ personId: string; name: string; phone: string; orders: string[] }>(sql`
    select o.person_id as "personId", max(o.contact_name) as name, o.contact_phone as phone,
           array_agg(distinct o.number) as orders
    from ordering.fulfilment_groups g join ordering.orders o on o.id = g.order_id
    join ordering.order_lines l on l.order_id = g.order_id and l.group_id = g.id
    where g.status = any(${sql.param(COOKED_FOR)}) and g.menu_day_id = any(${days}::text[])
      and (g.menu_day_id, l.dish_id) in (select * from unnest(${days}::text[], ${dishes}::text[]))
    group by o.person_id, o.contact_phone order by o.person_id limit 20000`)
  return rows
}
