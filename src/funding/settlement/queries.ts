import { sql } from 'drizzle-orm'
import type { Text } from '../../kernel/text'
import type { App } from '../../platform/app'

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
  readonly days: readonly { readonly date: string; readonly portions: number; readonly amountMinor: number }[]
}

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
    )
    select n.operator_id as "operatorId", n.party_id as "partyId", n.party_name as name, coalesce(min(d.currency), 'cny') as currency,
           coalesce(sum(d.groups), 0)::int as groups, coalesce(sum(d.portions), 0)::int as portions,
           coalesce(sum(d.net), 0)::int as "netMinor", coalesce(sum(d.minor), 0)::int as "amountMinor",
           (coalesce((select sum(l.amount_minor) from funding.settlement_lines l
                      where l.operator_id = n.operator_id and l.party_id = n.party_id), 0)
            - coalesce((select sum(p.amount_minor) from funding.settlement_payments p
                        where p.operator_id = n.operator_id and p.party_id = n.party_id), 0))::int as "openMinor",
           coalesce(jsonb_agg(jsonb_build_object('date', d.service_date, 'portions', d.portions, 'amountMinor', d.minor)
                    order by d.service_date) filter (where d.service_date is not null), '[]') as days
    from names n left join days d on d.operator_id = n.operator_id and d.party_id = n.party_id
    group by n.operator_id, n.party_id, n.party_name order by n.operator_id, n.party_id`)
  return rows
}
