import type { App } from '../platform/app'
import { newId } from '../platform/id'
import type { Posting } from './domain/postings'
import { ledgerEntries, ledgerTransactions } from './schema'

export interface Booking {
  readonly operatorId: string
  /** What is booked, once: a second booking of the same reference changes nothing. */
  readonly ref: string
  readonly currency: string
  readonly postings: readonly Posting[]
}

/** Writes one balanced transaction to the ledger. Runs in the caller's transaction, with what made it true. */
export async function book(app: App, { operatorId, ref, currency, postings }: Booking): Promise<void> {
  const id = newId('ltx')
  const fresh = await app.db
    .insert(ledgerTransactions)
    .values({ id, operatorId, ref, at: app.now() })
    .onConflictDoNothing()
    .returning({ id: ledgerTransactions.id })
  if (fresh.length === 0 || postings.length === 0) return
  await app.db
    .insert(ledgerEntries)
    .values(postings.map((posting, line) => ({ transactionId: id, line, currency, ...posting })))
}
