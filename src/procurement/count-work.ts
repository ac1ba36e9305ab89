import { sql } from 'drizzle-orm'
import { addDays, type ServiceDate } from '../kernel/time'
import type { App } from '../platform/app'
import { EXPECTED } from './domain/purchase-order'
import { type Reach, within } from './reach'
import { purchaseOrders } from './schema/purchasing'
import { lots, shortages } from './schema/stock'

/** The figures on the cards: each is the length of the list behind it. */
export interface WorkCount {
  readonly proposals: number
  readonly proposedMinor: number
  /** Orders that should come today, and those whose day is over. */
  readonly arriving: number
  readonly overdue: number
  readonly unconfirmed: number
  /** Lots that expire today or within the days given, or have expired. */
  readonly expiring: number
  readonly shortages: number
}

/** Lots this close to their expiry are a risk. */
export const EXPIRY_DAYS = 2
/** Shortages stay on the card this long. */
export const SHORTAGE_DAYS = 7

/** What waits for procurement today, over all a caller reaches. */
export async function countWork(app: App, reach: readonly Reach[], today: ServiceDate): Promise<WorkCount> {
  const mine = within(reach, purchaseOrders)
  const expected = sql`${purchaseOrders.status} in ${[...EXPECTED]}`
  const { rows } = await app.db.execute<WorkCount & Record<string, unknown>>(sql`
    select
      count(*) filter (where status = 'proposed')::int as proposals,
      coalesce(sum(total_minor) filter (where status = 'proposed'), 0)::int as "proposedMinor",
      count(*) filter (where ${expected} and deliver_on = ${today})::int as arriving,
      count(*) filter (where ${expected} and deliver_on < ${today})::int as overdue,
      count(*) filter (where status = 'sent')::int as unconfirmed,
      (select count(*)::int from ${lots} where ${within(reach, lots)} and quantity > 0
        and expires_on <= ${addDays(today, EXPIRY_DAYS)}) as expiring,
      (select count(*)::int from ${shortages} where ${within(reach, shortages)}
        and at >= ${new Date(app.now().getTime() - SHORTAGE_DAYS * 86_400_000)}) as shortages
    from ${purchaseOrders} where ${mine}`)
  const [count] = rows
  if (!count) throw new Error('counting answered nothing')
  return count
}
