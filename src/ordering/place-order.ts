import { sql } from 'drizzle-orm'
import { Refusal } from '../kernel/refusal'
import type { App } from '../platform/app'
import { rethrowRefused } from '../platform/refused'
import { INGRESS_GRACE_MS } from './domain/policy'
import { draftOrder, type OrderWish } from './draft-order'
import type { OrderDetail } from './queries'

export interface PlaceOrder extends OrderWish {
  /** The total the person agreed to. */
  readonly agreedMinor: number
}

/**
 * Holds the portions and writes the order, all or nothing, in one round trip. Answers the order as it stands now.
 * @throws Refusal `quote_changed`, `sold_out`, `cutoff_passed`.
 */
export async function placeOrder(app: App, { agreedMinor, ...wish }: PlaceOrder): Promise<OrderDetail> {
  const { totalMinor } = wish.quote
  if (totalMinor !== agreedMinor) throw new Refusal('quote_changed', { seenMinor: agreedMinor, nowMinor: totalMinor })
  const now = app.now()
  const draft = draftOrder(wish, now)
  const { order, groups } = draft
  const written = { ...order, now, groups, lines: groups.flatMap(({ lines }) => lines) }
  const { rows } = await app.db
    .execute<{ number: string }>(
      sql`select ordering.place_order(${JSON.stringify(written)}::jsonb, ${`${INGRESS_GRACE_MS} milliseconds`}::interval) as number`,
    )
    .catch(rethrowRefused)
  return { ...draft, order: { ...order, number: rows[0]?.number ?? '' } }
}
