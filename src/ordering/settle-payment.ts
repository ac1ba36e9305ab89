import { and, eq, sql } from 'drizzle-orm'
import type { z } from 'zod'
import { Refusal } from '../kernel/refusal'
import type { App } from '../platform/app'
import { inTransaction } from '../platform/database'
import { publishAndTell } from '../platform/outbox'
import type { PaymentFact } from '../platform/payments/port'
import { tell } from '../platform/realtime'
import { OrderPlaced } from './events'
import { type BookMoney, moneyOf, oweBack, type Payment } from './money'
import { orders } from './schema/orders'
import { paymentEvents, payments } from './schema/payments'

/**
 * Takes in what a provider says, once per event and in any order. Paid in time makes the order firm; paid too late is owed
 * back; an amount that is not ours changes nothing.
 * @throws Refusal `not_found`, `wrong_amount`.
 */
export const settlePayment = (app: App, fact: PaymentFact, bookMoney: BookMoney): Promise<{ orderId: string }> =>
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
    if (fact.amountMinor !== payment.amountMinor || fact.currency !== payment.currency)
      throw new Refusal('wrong_amount')

    if (fact.outcome === 'succeeded') await succeed(within, payment, bookMoney)
    if (fact.outcome === 'failed') await fail(within, payment)
    if (fact.outcome === 'refunded') await noteRefunded(within, payment, bookMoney)
    return { orderId }
  })

/** What the ledger and the kitchens are told of an order that became firm. */
interface Firm {
  readonly operatorId: string
  readonly feeMinor: number
  readonly taxMinor: number
  readonly facts: readonly z.output<typeof OrderPlaced.payload>[]
}

async function succeed(app: App, payment: Payment, bookMoney: BookMoney): Promise<void> {
  if (payment.status !== 'pending' && payment.status !== 'failed') return
  const at = app.now().toISOString()
  const { rows } = await app.db.execute<{ firm: Firm | null }>(
    sql`select ordering.settle(${payment.id}, ${payment.orderId}, ${at}::timestamptz) as firm`,
  )
  const firm = rows[0]?.firm
  if (firm) {
    await bookMoney(app, { kind: 'received', ...moneyOf(firm, payment) })
    await announce(app, payment.orderId, firm)
    return
  }
  const [order] = await app.db.select().from(orders).where(eq(orders.id, payment.orderId))
  if (!order) throw new Refusal('not_found')
  await bookMoney(app, { kind: 'unwanted', ...moneyOf(order, payment) })
  await oweBack(app, payment)
}

/** The kitchens may know, and the resident who watches: every group is announced. */
async function announce(app: App, orderId: string, { facts }: Firm): Promise<void> {
  const at = app.now().toISOString()
  const told = facts.map(({ groupId }) => {
    return { topic: `order:${orderId}`, event: 'status', data: { groupId, status: 'placed', at } }
  })
  await publishAndTell(app.db, OrderPlaced, facts, told)
}

async function fail(app: App, payment: Payment): Promise<void> {
  const pending = and(eq(payments.id, payment.id), eq(payments.status, 'pending'))
  await app.db.update(payments).set({ status: 'failed', updatedAt: app.now() }).where(pending)
}

/** The provider's word that the money went back; booked once. */
export async function noteRefunded(app: App, payment: Payment, bookMoney: BookMoney): Promise<void> {
  const owed = and(eq(payments.id, payment.id), sql`${payments.status} in ('refunding', 'succeeded')`)
  const [done] = await app.db.update(payments).set({ status: 'refunded', updatedAt: app.now() }).where(owed).returning()
  if (!done) return
  const [order] = await app.db.select().from(orders).where(eq(orders.id, payment.orderId))
  if (!order) throw new Refusal('not_found')
  await bookMoney(app, { kind: 'refund_paid', ...moneyOf(order, payment) })
  const data = { groupId: '', status: 'refunded', at: app.now().toISOString() }
  await tell(app.db, [{ topic: `order:${order.id}`, event: 'refund', data }])
}
