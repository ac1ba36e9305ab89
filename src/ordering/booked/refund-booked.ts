import { and, eq, inArray, sql } from 'drizzle-orm'
import { taxIncluded } from '../../kernel/money'
import type { GroupStatus } from '../../kernel/order-status'
import { Refusal } from '../../kernel/refusal'
import type { App } from '../../platform/app'
import { inTransaction } from '../../platform/database'
import { newId } from '../../platform/id'
import { publish } from '../../platform/outbox'
import { tell } from '../../platform/realtime'
import { PAYMENT } from '../domain/payers'
import { RefundDue } from '../events'
import type { BookMoney } from '../money'
import { bookedGroups } from '../schema/booked'
import { orders } from '../schema/orders'
import { refunds } from '../schema/payers'
import { payments } from '../schema/payments'
import { endOrder } from './end-order'

export interface RefundBooked {
  readonly bookingId: string
  /** What goes back of the price; the rest is the fee of the ladder and stays. */
  readonly refundMinor: number
  /** One refund a cause: a second one with the same cause does nothing. */
  readonly cause: string
  /** What becomes of the group; nothing where a part of it stays. */
  readonly status?: GroupStatus
}

type Group = typeof bookedGroups.$inferSelect

/**
 * Gives the person back what a booking of an order costs less, through the payment that paid it, and ends the group where
 * it is over; the order's other groups and their money stay as they are.
 * @throws Refusal `not_found`, `order_not_payable` where it was not paid.
 */
export const refundBooked = (app: App, book: BookMoney, input: RefundBooked): Promise<void> =>
  inTransaction(app.db, async (tx) => {
    const within = { ...app, db: tx }
    const { bookingId, refundMinor, status } = input
    const [group] = await tx.select().from(bookedGroups).where(eq(bookedGroups.bookingId, bookingId))
    if (!group) throw new Refusal('not_found')
    const [order] = await tx.select().from(orders).where(eq(orders.id, group.orderId)).for('update')
    if (!order?.placedAt) throw new Refusal('order_not_payable')
    if (refundMinor > 0 && !(await giveBack(within, book, order, group.id, input))) return
    if (!status) return
    const at = app.now()
    const standing = inArray(bookedGroups.status, ['placed'])
    await tx
      .update(bookedGroups)
      .set({ status, updatedAt: at })
      .where(and(eq(bookedGroups.id, group.id), standing))
    const data = { groupId: group.id, status, at: at.toISOString() }
    await tell(tx, [{ topic: `order:${order.id}`, event: 'status', data }])
    await endOrder(within, order.id)
  })

/** False where this cause was refunded before. */
async function giveBack(
  app: App,
  book: BookMoney,
  { id: orderId, operatorId, currency }: typeof orders.$inferSelect,
  groupId: string,
  { refundMinor, cause }: RefundBooked,
): Promise<boolean> {
  const [payment] = await app.db
    .select({ id: payments.id })
    .from(payments)
    .where(and(eq(payments.orderId, orderId), eq(payments.status, 'succeeded')))
    .orderBy(payments.id)
  if (!payment) throw new Refusal('order_not_payable')
  const refundId = newId('ref')
  const amounts = { totalMinor: refundMinor, paymentMinor: refundMinor, goodwillMinor: 0, paymentId: payment.id }
  const under = { lineIds: [], status: 'refunding' as const, updatedAt: app.now() }
  const fresh = await app.db
    .insert(refunds)
    .values({ id: refundId, orderId, cause, ...amounts, ...under })
    .onConflictDoNothing()
    .returning({ id: refunds.id })
  if (fresh.length === 0) return false
  const [after] = await app.db
    .update(bookedGroups)
    .set({ refundedMinor: sql`${bookedGroups.refundedMinor} + ${refundMinor}` })
    .where(eq(bookedGroups.id, groupId))
    .returning()
  if (!after) throw new Refusal('not_found')
  await noteParts(app, refundId, orderId, groupId, refundMinor)
  const taxMinor = taxOf(after, after.refundedMinor - refundMinor) - taxOf(after, after.refundedMinor)
  const takings = { totalMinor: refundMinor, feeMinor: 0, taxMinor, feeTaxMinor: 0 }
  const bookings = { bookedMinor: refundMinor, bookedTaxMinor: taxMinor }
  const back = { parts: [], paymentMinor: refundMinor, goodwillMinor: 0 }
  const what = { kind: 'refund_owed' as const, operatorId, currency, orderId, refundId }
  await book(app, { ...what, ...takings, ...bookings, ...back })
  await publish(app.db, RefundDue, { refundId, orderId })
  return true
}

/** The tax inside what is left of a booking's price; of the rest, not of the parts, so that they sum. */
const taxOf = ({ priceMinor, taxBps }: Group, refundedMinor: number): number =>
  taxIncluded(priceMinor - refundedMinor, taxBps)

/** Where others pay for the order too, its own payment is one of the payers and knows what it got back. */
async function noteParts(app: App, refundId: string, orderId: string, groupId: string, minor: number): Promise<void> {
  await app.db.execute(sql`
    with own as (
      update ordering.order_payers set refunded_minor = refunded_minor + ${minor}
      where order_id = ${orderId} and kind = ${PAYMENT} returning seq
    )
    insert into ordering.refund_parts (refund_id, order_id, group_id, seq, amount_minor)
    select ${refundId}, ${orderId}, ${groupId}, seq, ${minor} from own`)
}
