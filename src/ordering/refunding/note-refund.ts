import { and, eq, sql } from 'drizzle-orm'
import { Refusal } from '../../kernel/refusal'
import type { App } from '../../platform/app'
import { inTransaction } from '../../platform/database'
import { tell } from '../../platform/realtime'
import type { BookMoney } from '../money'
import { orders } from '../schema/orders'
import { refunds } from '../schema/payers'
import { payments } from '../schema/payments'

/** A refund and which time the provider was asked for it: an older attempt's word is nobody's any more. */
export interface RefundAttempt {
  readonly refundId: string
  readonly attempt: number
}

type Refund = typeof refunds.$inferSelect
type Status = Refund['status']

/** The provider's word that the money went back; booked once. */
export const noteRefunded = (app: App, which: RefundAttempt, book: BookMoney): Promise<void> =>
  inTransaction(app.db, async (tx) => {
    const within = { ...app, db: tx }
    const done = await move(within, which, 'refunding', { status: 'refunded' })
    if (done) await bookAndTell(within, done, 'refund_paid', book)
  })

/**
 * The provider's word that the money did not go back, or came back afterwards, which undoes the booking. A word that it went
 * back which arrives later was said earlier and changes nothing.
 */
export const noteRefundFailed = (app: App, which: RefundAttempt, book: BookMoney): Promise<void> =>
  inTransaction(app.db, async (tx) => {
    const within = { ...app, db: tx }
    if (await move(within, which, 'refunding', { status: 'failed' })) return
    const bounced = sql`${refunds.bounced} || ${String(which.attempt)}::jsonb`
    const back = await move(within, which, 'refunded', { status: 'failed', bounced })
    if (back) await bookAndTell(within, back, 'refund_bounced', book)
  })

async function move(
  app: App,
  { refundId, attempt }: RefundAttempt,
  from: Status,
  to: { readonly status: Status; readonly bounced?: ReturnType<typeof sql> },
): Promise<Refund | undefined> {
  const standing = and(eq(refunds.id, refundId), eq(refunds.attempt, attempt), eq(refunds.status, from))
  const [moved] = await app.db
    .update(refunds)
    .set({ ...to, updatedAt: app.now() })
    .where(standing)
    .returning()
  return moved
}

async function bookAndTell(
  app: App,
  { id: refundId, attempt, orderId, paymentId, paymentMinor: totalMinor }: Refund,
  kind: 'refund_paid' | 'refund_bounced',
  book: BookMoney,
): Promise<void> {
  if (!paymentId) return
  const [row] = await app.db
    .select({ operatorId: orders.operatorId, provider: payments.provider, currency: payments.currency })
    .from(payments)
    .innerJoin(orders, eq(orders.id, payments.orderId))
    .where(eq(payments.id, paymentId))
  if (!row) throw new Refusal('not_found')
  await book(app, { kind, refundId, attempt, totalMinor, ...row })
  const status = kind === 'refund_paid' ? 'refunded' : 'refunding'
  const data = { groupId: '', status, at: app.now().toISOString() }
  await tell(app.db, [{ topic: `order:${orderId}`, event: 'refund', data }])
}
