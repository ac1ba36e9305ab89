import { sql } from 'drizzle-orm'
import { Refusal } from '../kernel/refusal'
import type { App } from '../platform/app'
import type { PaymentIntent, PaymentProvider } from '../platform/payments/port'
import { rethrowRefused } from '../platform/refused'
import { INGRESS_GRACE_MS } from './domain/policy'
import { draftOrder, type OrderWish } from './draft-order'
import type { OrderDetail } from './queries'
import { paymentIdOf } from './start-payment'

export interface PlaceOrder extends OrderWish {
  /** The total the person agreed to. */
  readonly agreedMinor: number
  /** Who will take the money: its intent is opened with the order where that needs no question. */
  readonly provider: PaymentProvider
}

export interface PlacedOrder extends OrderDetail {
  readonly intent: PaymentIntent | undefined
}

/**
 * Holds the portions and writes the order, all or nothing, in one round trip. Answers the order as it stands now.
 * @throws Refusal `quote_changed`, `sold_out`, `cutoff_passed`.
 */
export async function placeOrder(app: App, { agreedMinor, provider, ...wish }: PlaceOrder): Promise<PlacedOrder> {
  const { totalMinor } = wish.quote
  if (totalMinor !== agreedMinor) throw new Refusal('quote_changed', { seenMinor: agreedMinor, nowMinor: totalMinor })
  const now = app.now()
  const draft = draftOrder(wish, now)
  const { order, groups } = draft
  const paymentId = paymentIdOf(order.id, 1)
  const request = { paymentId, orderId: order.id, amountMinor: order.totalMinor, currency: order.currency }
  const intent = provider.intentAtOnce?.(request)
  const payment = intent && { id: paymentId, provider: provider.name, intentId: intent.intentId }
  const written = { ...order, now, groups, lines: groups.flatMap(({ lines }) => lines), payment }
  const { rows } = await app.db
    .execute<{ number: string }>(
      sql`select ordering.place_order(${JSON.stringify(written)}::jsonb, ${`${INGRESS_GRACE_MS} milliseconds`}::interval) as number`,
    )
    .catch(rethrowRefused)
  return { ...draft, order: { ...order, number: rows[0]?.number ?? '' }, intent }
}
