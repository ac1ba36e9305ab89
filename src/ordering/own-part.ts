import { and, eq } from 'drizzle-orm'
import { Refusal } from '../kernel/refusal'
import type { App } from '../platform/app'
import { PAYMENT } from './domain/payers'
import { orders } from './schema/orders'
import { orderPayers, refunds } from './schema/payers'

/**
 * What somebody paid of their own firm order with their own money, less what went back of it; in a transaction the order is
 * held, so that no refund slips in between. @throws Refusal `not_found`.
 */
export async function ownPart(app: App, orderId: string, personId: string) {
  const [order] = await app.db
    .select()
    .from(orders)
    .where(and(eq(orders.id, orderId), eq(orders.personId, personId)))
    .for('update')
  if (!order) throw new Refusal('not_found')
  const payers = await app.db.select().from(orderPayers).where(eq(orderPayers.orderId, orderId))
  const back = await app.db.select().from(refunds).where(eq(refunds.orderId, orderId))
  const wanted = back.filter(({ cause }) => !cause.startsWith('unwanted:'))
  const paid = payers.length > 0 ? sum(payers.filter(({ kind }) => kind === PAYMENT)) : order.totalMinor
  const returned = wanted.reduce((total, { paymentMinor }) => total + paymentMinor, 0)
  const amountMinor = order.placedAt ? paid - returned : 0
  return { orderId, operatorId: order.operatorId, personId, amountMinor, refundIds: wanted.map(({ id }) => id) }
}

/** What a refund gives back to the person; nothing of payments nobody wanted. */
export async function ownRefund(app: App, refundId: string) {
  const [refund] = await app.db.select().from(refunds).where(eq(refunds.id, refundId))
  if (!refund || refund.cause.startsWith('unwanted:')) return undefined
  return { orderId: refund.orderId, refundId, amountMinor: refund.paymentMinor }
}

const sum = (parts: readonly { readonly amountMinor: number }[]): number =>
  parts.reduce((total, { amountMinor }) => total + amountMinor, 0)
