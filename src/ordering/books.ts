import { sql } from 'drizzle-orm'
import type { App } from '../platform/app'
import { isCompany } from './company-orders/company-account'

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
      select 'received' as kind, coalesce(p.id, o.id) as id, o.total_minor as amount_minor
      from ordering.orders o
      left join lateral (
        select min(p.id) as id from ordering.payments p where p.order_id = o.id and p.status = 'succeeded'
          and not exists (select 1 from ordering.refunds r where r.cause = 'unwanted:' || p.id)
      ) p on true
      where o.placed_at is not null and o.total_minor > 0
      union all
      select 'unwanted', r.payment_id, r.total_minor from ordering.refunds r where r.cause like 'unwanted:%'
      union all
      select 'refund_owed', r.id, r.total_minor from ordering.refunds r where r.cause not like 'unwanted:%' and r.total_minor > 0
      union all
      select 'refund_paid', r.id || case when r.attempt > 1 then ':' || r.attempt else '' end, r.payment_minor
      from ordering.refunds r where r.status = 'refunded' and r.payment_minor > 0
      union all
      select kind, r.id || case when came_back <> '1' then ':' || came_back else '' end, r.payment_minor
      from ordering.refunds r, jsonb_array_elements_text(r.bounced) as came_back,
           unnest(array['refund_paid', 'refund_bounced']) as kind
    ) as moves`,
  )

/** What kitchens should have: a ticket a firm group, with so many portions; void where it was cancelled. */
export const groupsToCook = (app: App): Promise<Book> =>
  bookOf(
    app,
    sql`
    select g.id as key, case when g.status = 'cancelled' then 'void' else g.boxes::text end as value
    from ordering.fulfilment_groups g join ordering.orders o on o.id = g.order_id where o.placed_at is not null and not o.at_counter`,
  )

/** What couriers should have: a drop a firm group of a closed menu day, in the state ordering knows. */
export const groupsToBring = (app: App): Promise<Book> =>
  bookOf(
    app,
    sql`
    select g.id as key, case when g.status in ('delivered', 'failed') then g.status else 'waiting' end as value
    from ordering.fulfilment_groups g join ordering.slots s using (menu_day_id) join ordering.orders o on o.id = g.order_id
    where s.closed_at is not null and o.placed_at is not null and not o.at_counter and g.status <> 'cancelled'`,
  )

export interface RecordedFacts {
  readonly orderId: string
  readonly totalMinor: number
  readonly refundedMinor: number
  readonly cancelled: boolean
  readonly fulfilled: 'none' | 'partly' | 'wholly'
}

/** What Medusa should have on record, page by page, oldest first: what companies pay is on orders of their own. */
export async function ordersOnRecord(app: App, after: string, limit: number): Promise<RecordedFacts[]> {
  const { rows } = await app.db.execute<RecordedFacts & Record<string, unknown>>(sql`
    select o.id as "orderId", o.total_minor - coalesce(o.company_part_minor, 0) as "totalMinor", o.status = 'cancelled' as cancelled,
           (coalesce((select sum(r.total_minor) from ordering.refunds r where r.order_id = o.id and r.status = 'refunded'), 0)
            - coalesce((select sum(b.amount_minor) from ordering.refund_parts b join ordering.refunds r on r.id = b.refund_id
                        join ordering.order_payers p on p.order_id = b.order_id and p.seq = b.seq
                        where b.order_id = o.id and r.status = 'refunded' and ${isCompany} and o.company_part_minor > 0), 0)
           )::int as "refundedMinor",
           case when bool_and(g.status = 'delivered') then 'wholly'
                when bool_or(g.status = 'delivered') then 'partly' else 'none' end as fulfilled
    from ordering.orders o
    join (select order_id, status from ordering.fulfilment_groups
          union all select order_id, status from ordering.booked_groups) g on g.order_id = o.id
    where o.placed_at is not null and o.id > ${after}
      and not (o.total_minor > 0 and coalesce(o.company_part_minor, 0) = o.total_minor)
    group by o.id order by o.id limit ${limit}`)
  return rows
}
