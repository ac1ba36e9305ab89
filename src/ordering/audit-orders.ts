import { sql } from 'drizzle-orm'
import type { Difference } from '../kernel/difference'
import type { App } from '../platform/app'

interface Row extends Record<string, unknown> {
  readonly check: string
  readonly subject: string
  readonly expected: string
  readonly found: string
}

/** Everything that must agree inside ordering: totals, groups, holds and pools. Reads only. */
export async function auditOrders(app: App): Promise<Difference[]> {
  const { rows } = await app.db.execute<Row>(sql`
    select 'ordering.total' as check, o.id as subject, o.items_minor::text as expected,
           (coalesce(sum(l.quantity * l.unit_minor), 0) + b.minor)::text as found
    from ordering.orders o left join ordering.order_lines l on l.order_id = o.id
    cross join lateral (select coalesce(sum(price_minor), 0) as minor from ordering.booked_groups b where b.order_id = o.id) b
    group by o.id, b.minor having o.items_minor <> coalesce(sum(l.quantity * l.unit_minor), 0) + b.minor
    union all
    select 'ordering.boxes', g.id, coalesce(sum(l.quantity), 0)::text, g.boxes::text
    from ordering.fulfilment_groups g left join ordering.order_lines l on l.group_id = g.id
    group by g.id having g.boxes <> coalesce(sum(l.quantity), 0)
    union all
    select 'ordering.group', o.id, 'a fulfilment group', 'nothing'
    from ordering.orders o where not exists (select 1 from ordering.fulfilment_groups g where g.order_id = o.id)
      and not exists (select 1 from ordering.booked_groups b where b.order_id = o.id)
    union all
    select 'ordering.hold', coalesce(l.order_id, h.order_id) || ' ' || coalesce(l.offer_id, h.offer_id),
           coalesce(l.portions || ' ' || l.standing, 'nothing'), coalesce(h.quantity || ' ' || h.status, 'nothing')
    from (select l.order_id, l.offer_id, sum(l.quantity) as portions,
                 case g.status when 'cancelled' then 'released' when 'awaiting_payment' then 'held' else 'confirmed' end as standing
          from ordering.order_lines l join ordering.fulfilment_groups g on g.id = l.group_id group by 1, 2, g.status) l
    full join ordering.capacity_holds h on h.order_id = l.order_id and h.offer_id = l.offer_id
    where h.order_id is null or l.order_id is null or h.quantity <> l.portions or h.status <> l.standing
    union all
    select 'ordering.capacity', p.offer_id, coalesce(sum(h.quantity), 0)::text, p.reserved::text
    from ordering.capacity_pools p
    left join ordering.capacity_holds h on h.offer_id = p.offer_id and h.status in ('held', 'confirmed')
    group by p.offer_id, p.reserved having p.reserved <> coalesce(sum(h.quantity), 0)
    union all
    select 'ordering.kitchen-time', s.menu_day_id, coalesce(sum(h.quantity * p.seconds), 0)::text, s.reserved_seconds::text
    from ordering.slots s
    left join ordering.capacity_pools p on p.menu_day_id = s.menu_day_id
    left join ordering.capacity_holds h on h.offer_id = p.offer_id and h.status in ('held', 'confirmed')
    where s.capacity_seconds is not null
    group by s.menu_day_id having s.reserved_seconds <> coalesce(sum(h.quantity * p.seconds), 0)
    union all
    select 'ordering.payment', o.id, o.total_minor::text, (coalesce(s.paid, 0) + coalesce(p.paid, 0))::text
    from ordering.orders o
    left join lateral (select sum(amount_minor) as paid from ordering.order_payers s
                       where s.order_id = o.id and s.kind <> 'payment') s on true
    left join lateral (select sum(amount_minor) as paid from ordering.payments p
                       where p.order_id = o.id and p.status = 'succeeded'
                         and not exists (select 1 from ordering.refunds r where r.cause = 'unwanted:' || p.id)) p on true
    where o.status in ('placed', 'completed') and o.total_minor <> coalesce(s.paid, 0) + coalesce(p.paid, 0)
    union all
    select 'ordering.shares', s.order_id || ' ' || s.seq, p.amount_minor::text, sum(s.amount_minor)::text
    from ordering.order_shares s join ordering.order_payers p on p.order_id = s.order_id and p.seq = s.seq
    group by s.order_id, s.seq, p.amount_minor having p.amount_minor <> sum(s.amount_minor)
    order by 1, 2`)
  return rows
}

/** Sets every pool to what is really held: safe, since holds are the truth and the pool is their sum. */
export async function repairPools(app: App): Promise<number> {
  const { rows } = await app.db.execute(sql`
    with truth as (
      select p.offer_id, coalesce(sum(h.quantity), 0)::int as held
      from ordering.capacity_pools p
      left join ordering.capacity_holds h on h.offer_id = p.offer_id and h.status in ('held', 'confirmed')
      group by p.offer_id
    )
    update ordering.capacity_pools p set reserved = truth.held from truth
    where truth.offer_id = p.offer_id and p.reserved <> truth.held and truth.held <= p.capacity
    returning p.offer_id`)
  return rows.length
}
