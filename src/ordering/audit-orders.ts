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
           coalesce(sum(l.quantity * l.unit_minor), 0)::text as found
    from ordering.orders o left join ordering.order_lines l on l.order_id = o.id
    group by o.id having o.items_minor <> coalesce(sum(l.quantity * l.unit_minor), 0)
    union all
    select 'ordering.boxes', g.id, coalesce(sum(l.quantity), 0)::text, g.boxes::text
    from ordering.fulfilment_groups g left join ordering.order_lines l on l.group_id = g.id
    group by g.id having g.boxes <> coalesce(sum(l.quantity), 0)
    union all
    select 'ordering.group', o.id, 'a fulfilment group', 'nothing'
    from ordering.orders o where not exists (select 1 from ordering.fulfilment_groups g where g.order_id = o.id)
    union all
    select 'ordering.hold', coalesce(l.order_id, h.order_id) || ' ' || coalesce(l.offer_id, h.offer_id),
           coalesce(l.portions || case when o.status in ('cancelled', 'expired') then ' released'
                                       when o.status = 'awaiting_payment' then ' held' else ' confirmed' end, 'nothing'),
           coalesce(h.quantity || ' ' || h.status, 'nothing')
    from (select order_id, offer_id, sum(quantity) as portions from ordering.order_lines group by 1, 2) l
    join ordering.orders o on o.id = l.order_id
    full join ordering.capacity_holds h on h.order_id = l.order_id and h.offer_id = l.offer_id
    where h.order_id is null or l.order_id is null or h.quantity <> l.portions
       or h.status <> case when o.status in ('cancelled', 'expired') then 'released'
                           when o.status = 'awaiting_payment' then 'held' else 'confirmed' end
    union all
    select 'ordering.capacity', p.offer_id, coalesce(sum(h.quantity), 0)::text, p.reserved::text
    from ordering.capacity_pools p
    left join ordering.capacity_holds h on h.offer_id = p.offer_id and h.status in ('held', 'confirmed')
    group by p.offer_id, p.reserved having p.reserved <> coalesce(sum(h.quantity), 0)
    union all
    select 'ordering.payment', o.id, o.total_minor::text, coalesce(sum(p.amount_minor), 0)::text
    from ordering.orders o
    left join ordering.payments p on p.order_id = o.id and p.status in ('succeeded', 'refunding', 'refunded')
    where o.status in ('placed', 'completed') and o.total_minor > 0
    group by o.id having o.total_minor <> coalesce(sum(p.amount_minor), 0)
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
