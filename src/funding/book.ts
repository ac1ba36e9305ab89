import { sql } from 'drizzle-orm'
import type { App } from '../platform/app'
import { newId } from '../platform/id'
import type { Posting } from './domain/postings'

export interface Booking {
  readonly operatorId: string
  /** What is booked, once: a second booking of the same reference changes nothing. */
  readonly ref: string
  readonly currency: string
  readonly postings: readonly Posting[]
}

/** Writes one balanced transaction to the ledger, in one statement. Runs in the caller's transaction, with what made it true. */
export async function book(app: App, { operatorId, ref, currency, postings }: Booking): Promise<void> {
  await app.db.execute(sql`
    with booked as (
      insert into funding.ledger_transactions (id, operator_id, ref, at)
      values (${newId('ltx')}, ${operatorId}, ${ref}, ${app.now().toISOString()}) on conflict do nothing returning id
    )
    insert into funding.ledger_entries (transaction_id, line, account, amount_minor, currency)
    select booked.id, p.line - 1, p.posting ->> 'account', (p.posting ->> 'amountMinor')::bigint, ${currency}
    from booked, jsonb_array_elements(${JSON.stringify(postings)}::jsonb) with ordinality as p(posting, line)`)
}
