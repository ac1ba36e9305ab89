import { sql } from 'drizzle-orm'
import type { Difference } from '../kernel/difference'
import type { App } from '../platform/app'

/**
 * What must agree inside funding: entries that sum to zero, and each party's balance in the ledger with what its own rows say
 * (a company's shares and payments, a meal card's balance, an allowance's, a budget's and an approval's use). Reads only.
 */
export async function auditLedger(app: App): Promise<Difference[]> {
  const { rows } = await app.db.execute<Difference & Record<string, unknown>>(sql`
    with balances as (
      select account, sum(amount_minor) as minor from funding.ledger_entries group by account
    ), standing as (
      select kind, ref, person_id, bucket, sum(amount_minor - returned_minor) as minor
      from funding.reservations where status <> 'released' and ref <> '' group by 1, 2, 3, 4
    )
    select 'funding.balance' as check, t.ref as subject, '0' as expected, coalesce(sum(e.amount_minor), 0)::text as found
    from funding.ledger_transactions t left join funding.ledger_entries e on e.transaction_id = t.id
    group by t.ref, e.currency having coalesce(sum(e.amount_minor), 0) <> 0
    union all
    select 'funding.company', c.id, (coalesce(s.minor, 0) - coalesce(p.minor, 0))::text, coalesce(b.minor, 0)::text
    from funding.companies c
    left join lateral (select sum(r.amount_minor - r.returned_minor) as minor from funding.reservations r
                       where r.company_id = c.id and r.status = 'confirmed' and r.account = 'receivable:company:' || c.id) s on true
    left join lateral (select sum(p.amount_minor) as minor from funding.statement_payments p
                       join funding.statements t on t.id = p.statement_id where t.company_id = c.id) p on true
    left join balances b on b.account = 'receivable:company:' || c.id
    where coalesce(s.minor, 0) - coalesce(p.minor, 0) <> coalesce(b.minor, 0)
    union all
    select 'funding.purse', p.id, p.balance_minor::text, (-coalesce(b.minor, 0))::text
    from funding.purses p left join balances b on b.account = 'liability:purse:' || p.kind || ':' || p.id
    where p.balance_minor <> -coalesce(b.minor, 0)
    union all
    select 'funding.party', coalesce(s.account, b.account), coalesce(s.minor, 0)::text, (-coalesce(b.minor, 0))::text
    from (select 'payable:party:' || operator_id || ':' || party_id as account, sum(minor) as minor from (
            select operator_id, party_id, amount_minor as minor from funding.settlement_lines
            union all select operator_id, party_id, -amount_minor from funding.settlement_payments) moved group by 1) s
    full join (select account, minor from balances where account like 'payable:party:%') b on b.account = s.account
    where coalesce(s.minor, 0) <> -coalesce(b.minor, 0)
    union all
    select 'funding.allowance', a.rule_id || ' ' || a.person_id || ' ' || a.bucket, coalesce(s.minor, 0)::text, a.used_minor::text
    from funding.allowance_balances a left join standing s
      on s.kind = 'allowance' and s.ref = a.rule_id and s.person_id = a.person_id and s.bucket = a.bucket
    where a.used_minor <> coalesce(s.minor, 0)
    union all
    select 'funding.budget', g.id, coalesce(s.minor, 0)::text, g.used_minor::text
    from funding.budgets g
    left join (select case kind when 'catering' then bucket else ref end as ref, sum(minor) as minor
               from standing where kind in ('budget', 'catering') group by 1) s on s.ref = g.id
    where g.used_minor <> coalesce(s.minor, 0)
    union all
    select 'funding.approval', a.id, coalesce(s.minor, 0)::text, a.used_minor::text
    from funding.approvals a
    left join (select ref, sum(minor) as minor from standing where kind = 'approval' group by ref) s on s.ref = a.id
    where a.used_minor <> coalesce(s.minor, 0)
    order by 1, 2`)
  return rows
}

/** What orders move: everything else in the ledger has its own books. */
const OF_ORDERS = '^(received|unwanted|refund_owed|refund_paid|refund_bounced):'

/** Every booking of an order's money by its reference, with what moved on its debit side. */
export async function bookedMoves(app: App): Promise<ReadonlyMap<string, string>> {
  const { rows } = await app.db.execute<{ key: string; value: string }>(sql`
    select t.ref as key, coalesce(sum(abs(e.amount_minor)) / 2, 0)::bigint::text as value
    from funding.ledger_transactions t left join funding.ledger_entries e on e.transaction_id = t.id
    where t.ref ~ ${OF_ORDERS} group by t.ref`)
  return new Map(rows.map(({ key, value }) => [key, value]))
}
