import { sql } from 'drizzle-orm'
import type { ServiceDate } from '../kernel/time'
import type { App } from '../platform/app'
import { rethrowRefused } from '../platform/refused'
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

/** Reserves again what the payers of an expired order had promised. @throws Refusal where one of them cannot any more. */
async function retakePayers(app: App, orderId: string, today: ServiceDate): Promise<void> {
  await app.db.execute(sql`select funding.retake(${orderId}, ${today}::date)`).catch(rethrowRefused)
}

/** What orders need to know and to do about money. */
export const funds = {
  book: bookPayment,
  replay: refundsOf,
  broken: brokenGrants,
  release: releaseOrders,
  retake: retakePayers,
}
