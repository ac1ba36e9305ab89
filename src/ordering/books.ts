import { sql } from 'drizzle-orm'
import type { App } from '../platform/app'

type Book = ReadonlyMap<string, string>

const bookOf = async (app: App, query: ReturnType<typeof sql>): Promise<Book> => {
  const { rows } = await app.db.execute<{ key: string; value: string }>(query)
  return new Map(rows.map(({ key, value }) => [key, value]))
}

/** What the ledger should hold: every move of money by its reference, with the amount. */
export const moneyMoved = (app: App): Promise<Book> =>
  bookOf(
    app,
    sql`
    select kind || ':' || id as key, amount_minor::text as value from (
      select case when o.placed_at is null then 'unwanted' else 'received' end as kind, p.id, p.amount_minor
      from ordering.payments p join ordering.orders o on o.id = p.order_id
      where p.status in ('succeeded', 'refunding', 'refunded')
      union all
      select 'refund_owed', p.id, p.amount_minor
      from ordering.payments p join ordering.orders o on o.id = p.order_id
      where p.status in ('refunding', 'refunded') and o.placed_at is not null
      union all
      select 'refund_paid', p.id, p.amount_minor from ordering.payments p where p.status = 'refunded'
    ) as moves`,
  )

/** What kitchens should have: a ticket a firm group, with so many portions; void where it was cancelled. */
export const groupsToCook = (app: App): Promise<Book> =>
  bookOf(
    app,
    sql`
    select g.id as key, case when g.status = 'cancelled' then 'void' else g.boxes::text end as value
    from ordering.fulfilment_groups g join ordering.orders o on o.id = g.order_id where o.placed_at is not null`,
  )

/** What couriers should have: a drop a firm group of a closed menu day, in the state ordering knows. */
export const groupsToBring = (app: App): Promise<Book> =>
  bookOf(
    app,
    sql`
    select g.id as key, case when g.status in ('delivered', 'failed') then g.status else 'waiting' end as value
    from ordering.fulfilment_groups g join ordering.slots s using (menu_day_id) join ordering.orders o on o.id = g.order_id
    where s.closed_at is not null and o.placed_at is not null and g.status <> 'cancelled'`,
  )

export interface RecordedFacts {
  readonly orderId: string
  readonly totalMinor: number
  readonly refundedMinor: number
  readonly cancelled: boolean
  readonly fulfilled: 'none' | 'partly' | 'wholly'
}

/** What Medusa should have on record, page by page, oldest first. */
export async function ordersOnRecord(app: App, after: string, limit: number): Promise<RecordedFacts[]> {
  const { rows } = await app.db.execute<RecordedFacts & Record<string, unknown>>(sql`
    select o.id as "orderId", o.total_minor as "totalMinor", o.status = 'cancelled' as cancelled,
           coalesce((select sum(p.amount_minor) from ordering.payments p
                     where p.order_id = o.id and p.status = 'refunded'), 0)::int as "refundedMinor",
           case when bool_and(g.status = 'delivered') then 'wholly'
                when bool_or(g.status = 'delivered') then 'partly' else 'none' end as fulfilled
    from ordering.orders o join ordering.fulfilment_groups g on g.order_id = o.id
    where o.placed_at is not null and o.id > ${after}
    group by o.id order by o.id limit ${limit}`)
  return rows
}
