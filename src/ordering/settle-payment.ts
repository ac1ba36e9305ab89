import { and, eq, sql } from 'drizzle-orm'
import type { z } from 'zod'
import { Refusal } from '../kernel/refusal'
import type { App } from '../platform/app'
import { inTransaction } from '../platform/database'
import { newId } from '../platform/id'
import { publish, publishAndTell } from '../platform/outbox'
import type { PaymentFact } from '../platform/payments/port'
import { BookingsPaid, OrderPlaced, RefundDue } from './events'
import type { AccountPart, BookMoney, Funds, Takings } from './money'
import { retakeExpired } from './retake-expired'
import { takeRefundFact } from './refunding/take-refund-fact'
import { orders } from './schema/orders'
import { refunds } from './schema/payers'
import { paymentEvents, payments } from './schema/payments'

type Payment = typeof payments.$inferSelect
type PaymentFunds = Pick<Funds, 'book' | 'retake'>

/**
 * Takes in what a provider says, once per event and in any order. Paid in time makes the order firm; paid too late it
 * is taken again while everything it needs is still free, else owed back; an amount that is not ours changes nothing.
 * @throws Refusal `not_found`, `wrong_amount`.
 */
export const settlePayment = (app: App, fact: PaymentFact, funds: PaymentFunds): Promise<{ orderId: string }> =>
  inTransaction(app.db, async (tx) => {
    const within = { ...app, db: tx }
    const { provider, intentId, eventId } = fact
    const [payment] = await tx
      .select()
      .from(payments)
      .where(and(eq(payments.provider, provider), eq(payments.intentId, intentId)))
      .for('update')
    if (!payment) throw new Refusal('not_found')
    const { orderId } = payment
    const fresh = await tx
      .insert(paymentEvents)
      .values({ provider, eventId, at: app.now() })
      .onConflictDoNothing()
      .returning({ eventId: paymentEvents.eventId })
    if (fresh.length === 0) return { orderId }
    const isRefund = fact.outcome === 'refunded' || fact.outcome === 'refund_failed'
    const isOurs = isRefund || fact.amountMinor === payment.amountMinor
    if (!isOurs || fact.currency !== payment.currency) throw new Refusal('wrong_amount')

    if (fact.outcome === 'succeeded') await succeed(within, payment, funds)
    if (fact.outcome === 'failed') await fail(within, payment)
    if (isRefund) await takeRefundFact(within, payment.id, fact, funds.book)
    return { orderId }
  })

/** What the ledger and the kitchens are told of an order that became firm. */
interface Firm extends Takings {
  readonly operatorId: string
  readonly payers: readonly AccountPart[]
  /** None where everything of it is a booking. */
  readonly facts: readonly z.output<typeof OrderPlaced.payload>[] | null
}

/** Bookings of an order that became firm; null where it has none. */
interface Booked {
  readonly ids: string[]
  readonly groupIds: readonly string[]
  readonly minor: number
  readonly taxMinor: number
}

async function succeed(app: App, payment: Payment, funds: PaymentFunds): Promise<void> {
  if (payment.status === 'succeeded') return
  const { id: paymentId, orderId, provider, currency } = payment
  const firm =
    (await settle(app, payment)) ?? ((await retakeExpired(app, orderId, funds)) && (await settle(app, payment)))
  if (!firm) return oweBack(app, payment, funds.book)
  const { facts, booked, ...takings } = firm
  const bookings = booked ? { bookedMinor: booked.minor, bookedTaxMinor: booked.taxMinor } : {}
  await funds.book(app, { kind: 'received', orderId, paymentId, provider, currency, ...takings, ...bookings })
  await announce(app, orderId, facts ?? [], booked?.groupIds)
  if (booked) await publish(app.db, BookingsPaid, { orderId, bookingIds: booked.ids })
}

/** Makes an order that waits for this payment firm; nothing where it waits no longer. */
async function settle(
  app: App,
  { id, orderId }: Payment,
): Promise<(Firm & { readonly booked: Booked | null }) | undefined> {
  const at = sql`${app.now().toISOString()}::timestamptz`
  const { rows } = await app.db.execute<{ firm: Firm | null; booked: Booked | null }>(sql`
    with settled as materialized (select ordering.settle(${id}, ${orderId}, ${at}) as firm)
    select firm, case when firm is not null then ordering.settle_booked(${orderId}, ${at}) end as booked from settled`)
  const [row] = rows
  return row?.firm ? { ...row.firm, booked: row.booked } : undefined
}

/** Paid for nothing: the order is over, or was paid already. */
async function oweBack(
  app: App,
  { id, orderId, provider, currency, amountMinor }: Payment,
  book: BookMoney,
): Promise<void> {
  const [order] = await app.db.select({ operatorId: orders.operatorId }).from(orders).where(eq(orders.id, orderId))
  if (!order) throw new Refusal('not_found')
  await book(app, { kind: 'unwanted', paymentId: id, provider, currency, totalMinor: amountMinor, ...order })
  const refundId = newId('ref')
  const amounts = { totalMinor: amountMinor, paymentMinor: amountMinor, goodwillMinor: 0, paymentId: id }
  await app.db.insert(refunds).values({
    id: refundId,
    orderId,
    cause: `unwanted:${id}`,
    ...amounts,
    lineIds: [],
    status: 'refunding',
    updatedAt: app.now(),
  })
  await publish(app.db, RefundDue, { refundId, orderId })
}

/** The kitchens may know, and the resident who watches: every group is announced. */
async function announce(
  app: App,
  orderId: string,
  facts: NonNullable<Firm['facts']>,
  bookedIds: readonly string[] = [],
): Promise<void> {
  const at = app.now().toISOString()
  const groupIds = [...facts.map(({ groupId }) => groupId), ...bookedIds]
  const told = groupIds.map((groupId) => {
    return { topic: `order:${orderId}`, event: 'status', data: { groupId, status: 'placed', at } }
  })
  await publishAndTell(app.db, OrderPlaced, facts, told)
}

async function fail(app: App, payment: Payment): Promise<void> {
  const pending = and(eq(payments.id, payment.id), eq(payments.status, 'pending'))
  await app.db.update(payments).set({ status: 'failed', updatedAt: app.now() }).where(pending)
}
