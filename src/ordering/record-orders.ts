import { and, eq, inArray, isNotNull, isNull } from 'drizzle-orm'
import type { App } from '../platform/app'
import type { Commerce } from '../platform/commerce'
import { type BookedGroup, bookedOf } from './booked/queries'
import { DELIVERY_TAX_BPS } from './domain/policy'
import { orderLines, orders } from './schema/orders'
import { payments } from './schema/payments'

/** Orders carried over with one request. */
const BATCH = 100

/** Medusa's customer ids of some persons; handed in by the door, since persons are another context's. */
export type CustomersOf = (app: App, personIds: readonly string[]) => Promise<ReadonlyMap<string, string>>

/**
 * Writes firm orders that Medusa does not have yet into its book, a hundred at a time. Medusa knows an order by our id, so
 * a batch that is sent twice is recorded once. Returns how many were carried over.
 */
export async function recordOrders(app: App, commerce: Commerce, customersOf: CustomersOf): Promise<number> {
  const waiting = await app.db
    .select()
    .from(orders)
    .where(and(isNotNull(orders.placedAt), isNull(orders.recordedAt)))
    .orderBy(orders.placedAt)
    .limit(BATCH)
  if (waiting.length === 0) return 0
  const ids = waiting.map(({ id }) => id)
  const lines = await app.db.select().from(orderLines).where(inArray(orderLines.orderId, ids))
  const booked = await bookedOf(app, ids)
  const paid = await app.db
    .select()
    .from(payments)
    .where(and(inArray(payments.orderId, ids), eq(payments.status, 'succeeded')))
  const customers = await customersOf(
    app,
    waiting.map(({ personId }) => personId),
  )
  const { done, known } = await commerce.recordOrders(
    waiting.map((order) => ({
      orderId: order.id,
      number: order.number,
      operatorId: order.operatorId,
      placedAt: (order.placedAt ?? order.receivedAt).toISOString(),
      customerId: customers.get(order.personId) ?? null,
      feeMinor: order.feeMinor,
      feeTaxBps: DELIVERY_TAX_BPS,
      lines: [
        ...lines
          .filter(({ orderId }) => orderId === order.id)
          .map(({ id: lineId, dishId, variantId, name: title, quantity, unitMinor, taxBps }) => {
            return { lineId, dishId, variantId, title, quantity, unitMinor, taxBps }
          }),
        ...booked.filter(({ orderId }) => orderId === order.id).map(lineOfBooked),
      ],
      payments: paid
        .filter(({ orderId }) => orderId === order.id)
        .map(({ id: paymentId, provider, amountMinor }) => ({ paymentId, provider, amountMinor })),
    })),
  )
  await app.db
    .update(orders)
    .set({ recordedAt: app.now() })
    .where(inArray(orders.id, [...done, ...known]))
  return done.length + known.length
}

/** A booking is one line: its price is for all of it. */
const lineOfBooked = ({ id: lineId, offeringId: dishId, name: title, priceMinor: unitMinor, taxBps }: BookedGroup) => {
  return { lineId, dishId, variantId: null, title, quantity: 1, unitMinor, taxBps }
}
