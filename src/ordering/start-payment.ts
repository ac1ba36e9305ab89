import { and, eq, getTableColumns, sql } from 'drizzle-orm'
import { Refusal } from '../kernel/refusal'
import type { App } from '../platform/app'
import type { PaymentIntent, PaymentProvider } from '../platform/payments/port'
import { PAYMENT } from './domain/payers'
import { orders } from './schema/orders'
import { payments } from './schema/payments'

export interface StartPayment {
  readonly orderId: string
  readonly personId: string
}

/** A declined intent is over: each attempt has a key of its own. */
export const paymentIdOf = (orderId: string, attempt: number): string =>
  `pay_${orderId.slice('ord_'.length)}_${attempt}`

/**
 * Opens an intent for an unpaid order, or finds the one that is open. The provider is asked under the order's own key, so
 * two clicks make one intent.
 * @throws Refusal `not_found`, `order_not_payable`, `hold_expired`.
 */
export async function startPayment(
  app: App,
  provider: PaymentProvider,
  { orderId, personId }: StartPayment,
): Promise<PaymentIntent> {
  const failedBefore = sql<number>`(select count(*)::int from ordering.payments p where p.order_id = ordering.orders.id and p.status = 'failed')`
  const due = sql<number>`coalesce((select p.amount_minor from ordering.order_payers p
    where p.order_id = ordering.orders.id and p.kind = ${PAYMENT}), total_minor)`
  const [order] = await app.db
    .select({ ...getTableColumns(orders), failedBefore, due })
    .from(orders)
    .where(and(eq(orders.id, orderId), eq(orders.personId, personId)))
  if (!order) throw new Refusal('not_found')
  if (order.status === 'expired') throw new Refusal('hold_expired')
  if (order.status !== 'awaiting_payment') throw new Refusal('order_not_payable')
  if (order.holdExpiresAt && order.holdExpiresAt <= app.now()) throw new Refusal('hold_expired')

  const { due: amountMinor, currency } = order
  const paymentId = paymentIdOf(orderId, order.failedBefore + 1)
  const intent = await provider.createIntent({ paymentId, orderId, amountMinor, currency })
  await app.db
    .insert(payments)
    .values({
      id: paymentId,
      orderId,
      provider: provider.name,
      intentId: intent.intentId,
      amountMinor,
      currency,
      status: 'pending',
      updatedAt: app.now(),
    })
    .onConflictDoNothing()
  return intent
}
