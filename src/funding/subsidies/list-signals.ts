import { sql } from 'drizzle-orm'
import type { ServiceDate } from '../../kernel/time'
import type { App } from '../../platform/app'
import type { SIGNAL_OUTCOMES } from '../schema/signals'

export const SIGNAL_KINDS = ['impossible_travel', 'single_payer', 'bulk_takeaway', 'typed_codes'] as const
export type SignalKind = (typeof SIGNAL_KINDS)[number]

/** Something somebody should look at; not a proof of anything. */
export interface Signal {
  readonly kind: SignalKind
  /** A pseudonym, or the person who paid or sold. */
  readonly subject: string
  readonly siteIds: readonly string[]
  readonly serviceDate: ServiceDate
  /** How many grants it is about. */
  readonly count: number
  readonly firstAt: Date
  readonly lastAt: Date
  /** Names the signal for whoever looks at it; the same as long as the same grants make it up. */
  readonly signal: string
  readonly review: Review | null
}

/** Who looked at it and what came of it. */
export interface Review {
  readonly outcome: (typeof SIGNAL_OUTCOMES)[number]
  readonly note: string
  readonly by: string
  readonly at: string
}

/** Two canteens in so few minutes is no walk. */
const TRAVEL_MINUTES = 20
/** A family has so many parents; more people paid for by one on a day is worth a look. */
const MANY_PEOPLE = 4
/** So many boxes with a grant out of one canteen in a quarter of an hour. */
const BULK_GRANTS = 5
const BULK_MINUTES = 15
/** So many grants of one cashier with a code that was typed, and no card among them. */
const TYPED_CODES = 10

/** What looks odd in a tenant's grants between two service dates, both included: what nobody has looked at first, then newest first. */
export async function listSignals(
  app: App,
  { operatorId, from, to }: { readonly operatorId: string; readonly from: ServiceDate; readonly to: ServiceDate },
): Promise<Signal[]> {
  const { rows } = await app.db.execute<
    Omit<Signal, 'firstAt' | 'lastAt'> & { firstAt: string; lastAt: string; [key: string]: unknown }
  >(sql`
    with uses as (
      select u.* from funding.grant_uses u
      where u.operator_id = ${operatorId} and u.kind = 'grant' and u.service_date between ${from} and ${to}
    ), odd as (
      select 'impossible_travel' as kind, a.pseudonym as subject, jsonb_build_array(a.site_id, b.site_id) as sites,
             a.service_date, 2 as count, a.used_at as first_at, b.used_at as last_at
      from uses a join uses b on b.pseudonym = a.pseudonym and b.site_id <> a.site_id and b.order_id <> a.order_id
        and b.used_at >= a.used_at and b.used_at < a.used_at + make_interval(mins => ${TRAVEL_MINUTES})
      union all
      select 'single_payer', p.agent_id, jsonb_agg(distinct u.site_id), u.service_date, count(distinct u.member_id),
             min(u.used_at), max(u.used_at)
      from uses u join funding.members m on m.id = u.member_id
      join funding.proxies p on p.principal_id = m.person_id and p.accepted_at <= u.used_at
        and coalesce(p.revoked_at, 'infinity') > u.used_at
      where u.identified = 'proxy' group by p.agent_id, u.service_date having count(distinct u.member_id) >= ${MANY_PEOPLE}
      union all
      select 'bulk_takeaway', s.cashier_id, jsonb_build_array(u.site_id), u.service_date, count(*), min(u.used_at), max(u.used_at)
      from uses u join funding.till_sales s on s.order_id = u.order_id where u.mode = 'takeaway'
      group by s.cashier_id, u.site_id, u.service_date, floor(extract(epoch from u.used_at) / ${BULK_MINUTES * 60})
      having count(*) >= ${BULK_GRANTS}
      union all
      select 'typed_codes', s.cashier_id, jsonb_build_array(u.site_id), u.service_date, count(*), min(u.used_at), max(u.used_at)
      from uses u join funding.till_sales s on s.order_id = u.order_id
      group by s.cashier_id, u.site_id, u.service_date
      having count(*) >= ${TYPED_CODES} and bool_and(u.identified = 'code')
    )
    , named as (
      select *, md5(concat_ws('|', kind, subject, sites, service_date, first_at, last_at, count)) as signal from odd
    )
    select kind, subject, sites as "siteIds", service_date::text as "serviceDate", count::int as count,
           first_at as "firstAt", last_at as "lastAt", n.signal,
           case when r.signal is null then null
                else jsonb_build_object('outcome', r.outcome, 'note', r.note, 'by', r.by, 'at', r.at) end as review
    from named n left join funding.signal_reviews r on r.operator_id = ${operatorId} and r.signal = n.signal
    order by (r.signal is not null), last_at desc, kind limit 500`)
  return rows.map((row) => ({ ...row, firstAt: new Date(row.firstAt), lastAt: new Date(row.lastAt) }))
}
