import { sql } from 'drizzle-orm'
import type { Text } from '../../kernel/text'
import type { App } from '../../platform/app'

/** What a rule brought a party in a month. */
export interface RuleMonth {
  readonly siteId: string
  readonly from: string
  readonly shareBps: number
  readonly perPortionMinor: number
  readonly portions: number
  readonly amountMinor: number
}

export interface PartyMonth extends Record<string, unknown> {
  readonly operatorId: string
  readonly partyId: string
  readonly name: Text
  readonly currency: string
  readonly groups: number
  readonly portions: number
  /** Food without tax of the month. */
  readonly netMinor: number
  /** Earned in the month. */
  readonly amountMinor: number
  /** What is owed in all, of every month, less what was paid. */
  readonly openMinor: number
  /** What was paid in all. */
  readonly paidMinor: number
  /** The newest payments, of whatever month; `at` is an instant. */
  readonly payments: readonly { readonly reference: string; readonly amountMinor: number; readonly at: string }[]
  /** The rules in force in the month. */
  readonly rules: readonly RuleMonth[]
  readonly days: readonly { readonly date: string; readonly portions: number; readonly amountMinor: number }[]
}

/** As many payments as one looks at. */
const PAYMENTS = 24

/** What some operators owe each of their kitchens' parties for a month of service dates (`YYYY-MM`), day by day. */
export async function partyMonths(app: App, operatorIds: readonly string[], month: string): Promise<PartyMonth[]> {
  const { rows } = await app.db.execute<PartyMonth>(sql`
    with names as (
      select distinct on (operator_id, party_id) operator_id, party_id, party_name
      from funding.settlement_rules where operator_id = any(${sql.param([...operatorIds])}::text[])
      order by operator_id, party_id, "from" desc
    ), days as (
      select operator_id, party_id, service_date, min(currency) as currency, count(*)::int as groups,
             sum(portions)::int as portions, sum(net_minor)::int as net, sum(amount_minor)::int as minor
      from funding.settlement_lines where substr(service_date::text, 1, 7) = ${month} group by 1, 2, 3
    ), rules as (
      select *, lead("from") over (partition by operator_id, site_id order by "from") as until
      from funding.settlement_rules where operator_id = any(${sql.param([...operatorIds])}::text[])
    ), by_rule as (
      select r.operator_id, r.party_id, r.site_id, r."from", r.share_bps, r.per_portion_minor,
             coalesce(sum(l.portions), 0)::int as portions, coalesce(sum(l.amount_minor), 0)::int as minor
      from rules r left join funding.settlement_lines l
        on l.operator_id = r.operator_id and l.party_id = r.party_id and l.site_id = r.site_id
        and l.service_date >= r."from" and (r.until is null or l.service_date < r.until)
        and substr(l.service_date::text, 1, 7) = ${month}
      where substr(r."from"::text, 1, 7) <= ${month} and (r.until is null or r.until::text > ${`${month}-01`})
      group by 1, 2, 3, 4, 5, 6
    )
    select n.operator_id as "operatorId", n.party_id as "partyId", n.party_name as name, coalesce(min(d.currency), 'cny') as currency,
           coalesce(sum(d.groups), 0)::int as groups, coalesce(sum(d.portions), 0)::int as portions,
           coalesce(sum(d.net), 0)::int as "netMinor", coalesce(sum(d.minor), 0)::int as "amountMinor",
           (coalesce((select sum(l.amount_minor) from funding.settlement_lines l
                      where l.operator_id = n.operator_id and l.party_id = n.party_id), 0)
            - coalesce((select sum(p.amount_minor) from funding.settlement_payments p
                        where p.operator_id = n.operator_id and p.party_id = n.party_id), 0))::int as "openMinor",
           coalesce((select sum(p.amount_minor) from funding.settlement_payments p
                     where p.operator_id = n.operator_id and p.party_id = n.party_id), 0)::int as "paidMinor",
           coalesce((select jsonb_agg(jsonb_build_object('reference', p.reference, 'amountMinor', p.amount_minor,
                                                         'at', to_char(p.at at time zone 'utc', 'YYYY-MM-DD"T"HH24:MI:SS.MS"Z"'))
                                      order by p.at desc)
                     from (select * from funding.settlement_payments p where p.operator_id = n.operator_id
                           and p.party_id = n.party_id order by p.at desc limit ${PAYMENTS}) p), '[]') as payments,
           coalesce((select jsonb_agg(jsonb_build_object('siteId', r.site_id, 'from', r."from", 'shareBps', r.share_bps,
                                                         'perPortionMinor', r.per_portion_minor, 'portions', r.portions,
                                                         'amountMinor', r.minor) order by r.site_id, r."from")
                     from by_rule r where r.operator_id = n.operator_id and r.party_id = n.party_id), '[]') as rules,
           coalesce(jsonb_agg(jsonb_build_object('date', d.service_date, 'portions', d.portions, 'amountMinor', d.minor)
                    order by d.service_date) filter (where d.service_date is not null), '[]') as days
    from names n left join days d on d.operator_id = n.operator_id and d.party_id = n.party_id
    group by n.operator_id, n.party_id, n.party_name order by n.operator_id, n.party_id`)
  return rows
}
