import { sql } from 'drizzle-orm'
import type { App } from '../platform/app'
import { bookPayment } from './book-payment'
import { brokenGrants } from './broken-grants'
import { replay } from './domain/replay'
import type { Charge, Payer } from './domain/tender'

interface Paid {
  readonly charges: readonly Charge[]
  readonly payers: readonly Payer[]
}

/** What each payer of a part of an order gets back when some charges had never been in it; goodwill negative. */
const refundsOf = (paid: Paid, without: ReadonlySet<string>, broken: ReadonlySet<string>) =>
  replay(paid, without, broken).refunds

/** Frees what orders that never became firm had reserved. */
export async function releaseOrders(app: App, orderIds: readonly string[]): Promise<void> {
  if (orderIds.length === 0) return
  const ids = sql.param([...orderIds].sort())
  await app.db.execute(sql`select funding.release(id) from unnest(${ids}::text[]) as id`)
}

/** What orders need to know and to do about money. */
export const funds = { book: bookPayment, replay: refundsOf, broken: brokenGrants, release: releaseOrders }
