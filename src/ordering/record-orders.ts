import { and, eq, inArray, isNotNull, isNull, sql } from 'drizzle-orm'
import type { App } from '../platform/app'
import type { Commerce } from '../platform/commerce'
import { type BookedGroup, bookedOf } from './booked/queries'
import { companyParts, otherPayers } from './company-orders/company-parts'
import { feeCharge } from './domain/payers'
import { DELIVERY_TAX_BPS } from './domain/policy'
import { recordedPrice } from './domain/recorded-line'
import { fulfilmentGroups, orderLines, orders } from './schema/orders'
import { payments } from './schema/payments'

/** Orders carried over with one request. */
const BATCH = 100

/** Medusa's customer ids of some persons; handed in by the door, since persons are another context's. */
export type CustomersOf = (app: App, personIds: readonly string[]) => Promise<ReadonlyMap<string, string>>

type Order = typeof orders.$inferSelect

/**
 * Writes firm orders that Medusa does not have yet into its book, a hundred at a time: each with what its company does not
 * pay of it, and none where the company pays all. Medusa knows an order by our id, so a batch that is sent twice is recorded
 * once. Returns how many were carried over, or left to their company's order.
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
  const charged = await chargesOf(app, ids)
  const ofCompany = await companyParts(app, ids)
  const partOf = new Map(
    ids.map((id) => {
      const own = charged.filter(({ orderId }) => orderId === id)
      return [id, own.reduce((sum, { chargeId }) => sum + (ofCompany.get(chargeId) ?? 0), 0)]
    }),
  )
  const isCovered = ({ id, totalMinor }: Order) => totalMinor > 0 && partOf.get(id) === totalMinor
  const covered = waiting.filter(isCovered)
  const own = waiting.filter((order) => !isCovered(order))
  const recorded = own.length > 0 ? await record(app, commerce, customersOf, own, ofCompany) : []
  const told = [...covered.map(({ id }) => id), ...recorded]
  const parts = told.map((id) => partOf.get(id) ?? 0)
  await app.db.execute(sql`
    update ordering.orders o set recorded_at = ${app.now().toISOString()}::timestamptz, company_part_minor = t.part
    from unnest(${sql.param(told)}::text[], ${sql.param(parts)}::int[]) as t(id, part) where o.id = t.id`)
  return told.length
}

/** Every line and every group's fee of some orders. */
async function chargesOf(app: App, orderIds: string[]) {
  const lines = await app.db
    .select({ orderId: orderLines.orderId, chargeId: orderLines.id })
    .from(orderLines)
    .where(inArray(orderLines.orderId, orderIds))
  const groups = await app.db
    .select({ orderId: fulfilmentGroups.orderId, groupId: fulfilmentGroups.id })
    .from(fulfilmentGroups)
    .where(inArray(fulfilmentGroups.orderId, orderIds))
  return [...lines, ...groups.map(({ orderId, groupId }) => ({ orderId, chargeId: feeCharge(groupId) }))]
}

async function record(
  app: App,
  commerce: Commerce,
  customersOf: CustomersOf,
  own: readonly Order[],
  ofCompany: ReadonlyMap<string, number>,
): Promise<string[]> {
  const ids = own.map(({ id }) => id)
  const lines = await app.db.select().from(orderLines).where(inArray(orderLines.orderId, ids))
  const booked = await bookedOf(app, ids)
  const groups = await app.db
    .select({ id: fulfilmentGroups.id, orderId: fulfilmentGroups.orderId })
    .from(fulfilmentGroups)
    .where(inArray(fulfilmentGroups.orderId, ids))
  const paid = await app.db
    .select()
    .from(payments)
    .where(and(inArray(payments.orderId, ids), eq(payments.status, 'succeeded')))
  const others = await otherPayers(app, ids)
  const customers = await customersOf(
    app,
    own.map(({ personId }) => personId),
  )
  const of = <T extends { readonly orderId: string }>(all: readonly T[], order: Order) =>
    all.filter(({ orderId }) => orderId === order.id)
  const { done, known } = await commerce.recordOrders(
    own.map((order) => ({
      orderId: order.id,
      number: order.number,
      operatorId: order.operatorId,
      placedAt: (order.placedAt ?? order.receivedAt).toISOString(),
      customerId: customers.get(order.personId) ?? null,
      feeMinor: of(groups, order).reduce((fee, { id }) => fee - (ofCompany.get(feeCharge(id)) ?? 0), order.feeMinor),
      feeTaxBps: DELIVERY_TAX_BPS,
      lines: [
        ...of(lines, order).map(({ id: lineId, dishId, variantId, name: title, quantity, unitMinor, taxBps }) => {
          const price = recordedPrice(quantity, quantity * unitMinor - (ofCompany.get(lineId) ?? 0))
          return { lineId, dishId, variantId, title, taxBps, ...price }
        }),
        ...of(booked, order).map(lineOfBooked),
      ],
      payments: [
        ...of(paid, order).map(({ id: paymentId, ...payment }) => ({ ...payment, paymentId })),
        ...of(others, order),
      ].map(({ paymentId, provider, amountMinor }) => ({ paymentId, provider, amountMinor })),
    })),
  )
  return [...done, ...known]
}

/** A booking is one line: its price is for all of it. */
const lineOfBooked = ({ id: lineId, offeringId: dishId, name: title, priceMinor: unitMinor, taxBps }: BookedGroup) => {
  return { lineId, dishId, variantId: null, title, quantity: 1, unitMinor, taxBps }
}
