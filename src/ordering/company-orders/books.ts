import { sql } from 'drizzle-orm'
import type { App } from '../../platform/app'
import type { RecordedFacts } from '../books'
import { companyId, isCompany } from './company-account'

/** The companies' orders Medusa should have on record, page by page. */
export async function companyOrdersOnRecord(app: App, after: string, limit: number): Promise<RecordedFacts[]> {
  const { rows } = await app.db.execute<RecordedFacts & Record<string, unknown>>(sql`
    select co.id as "orderId", co.total_minor as "totalMinor", false as cancelled,
           coalesce(sum(back.minor), 0)::int as "refundedMinor",
           case when bool_and(g.status in ('delivered', 'cancelled')) and bool_or(g.status = 'delivered')
                  or co.fulfilment_recorded_at is not null
                then 'wholly' else 'none' end as fulfilled
    from ordering.company_orders co
    join ordering.company_order_groups c on c.company_order_id = co.id
    join ordering.fulfilment_groups g on g.id = c.group_id
    left join lateral (
      select sum(r.amount_minor) as minor from ordering.refund_parts r
      join ordering.order_payers p on p.order_id = r.order_id and p.seq = r.seq
      where r.order_id = c.order_id and r.group_id = c.group_id and ${isCompany} and ${companyId} = c.company_id) back on true
    where co.id > ${after}
    group by co.id order by co.id limit ${limit}`)
  return rows
}

/**
 * What companies owe by company, kitchen, date and meal: their orders less what went back, and the shares of menu days that
 * have none yet, of counters and of orders recorded whole.
 */
export async function companyDays(app: App): Promise<ReadonlyMap<string, string>> {
  const { rows } = await app.db.execute<{ key: string; value: string }>(sql`
    with shares as (
      select s.order_id, s.group_id, ${companyId} as company_id, sum(s.amount_minor) as minor
      from ordering.order_shares s
      join ordering.order_payers p on p.order_id = s.order_id and p.seq = s.seq
      join ordering.orders o on o.id = s.order_id
      where ${isCompany} and o.placed_at is not null
        and not exists (select 1 from ordering.company_order_groups c
                        where c.group_id = s.group_id and c.company_id = ${companyId})
      group by 1, 2, 3
    ), moved as (
      select company_id, site_id, service_date, period, total_minor as minor from ordering.company_orders
      union all
      select s.company_id, g.site_id, g.service_date, g.period, s.minor
      from shares s join ordering.fulfilment_groups g on g.id = s.group_id
      union all
      select ${companyId}, g.site_id, g.service_date, g.period, -r.amount_minor
      from ordering.refund_parts r
      join ordering.order_payers p on p.order_id = r.order_id and p.seq = r.seq
      join ordering.fulfilment_groups g on g.id = r.group_id where ${isCompany}
    )
    select company_id || ' ' || site_id || ' ' || service_date || ' ' || period as key, sum(minor)::text as value
    from moved group by 1 having sum(minor) <> 0`)
  return new Map(rows.map(({ key, value }) => [key, value]))
}
