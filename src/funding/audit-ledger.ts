import { sql } from 'drizzle-orm'
import type { Difference } from '../kernel/difference'
import type { App } from '../platform/app'

/** Ledger transactions whose entries do not sum to zero. The database refuses them; this looks behind its back. */
export async function auditLedger(app: App): Promise<Difference[]> {
  const { rows } = await app.db.execute<Difference & Record<string, unknown>>(sql`
    select 'funding.balance' as check, t.ref as subject, '0' as expected, coalesce(sum(e.amount_minor), 0)::text as found
    from funding.ledger_transactions t left join funding.ledger_entries e on e.transaction_id = t.id
    group by t.ref, e.currency having coalesce(sum(e.amount_minor), 0) <> 0 order by t.ref`)
  return rows
}

/** Every booking by its reference, with what moved on its debit side. */
export async function bookedMoves(app: App): Promise<ReadonlyMap<string, string>> {
  const { rows } = await app.db.execute<{ key: string; value: string }>(sql`
    select t.ref as key, coalesce(sum(abs(e.amount_minor)) / 2, 0)::bigint::text as value
    from funding.ledger_transactions t left join funding.ledger_entries e on e.transaction_id = t.id group by t.ref`)
  return new Map(rows.map(({ key, value }) => [key, value]))
}
