import { type SQL, sql } from 'drizzle-orm'
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

/**
 * Writes one balanced transaction to the ledger, in one statement. Runs in the caller's transaction, with what made it true.
 * Answers whether it was new.
 */
export async function book(app: App, booking: Booking): Promise<boolean> {
  const { rows } = await app.db.execute<{ fresh: boolean }>(sql`select ${booked(booking, app.now())} as fresh`)
  return rows[0]?.fresh === true
}

/** The same as a column of a larger statement. */
export const booked = ({ operatorId, ref, currency, postings }: Booking, now: Date): SQL => {
  const at = now.toISOString()
  return sql`funding.book(${newId('ltx')}, ${operatorId}, ${ref}, ${at}::timestamptz, ${currency}, ${JSON.stringify(postings)}::jsonb)`
}
