import { and, asc, desc, eq, inArray, lt, ne } from 'drizzle-orm'
import type { App } from '../platform/app'
import { isCancellable } from './domain/status'
import { type BookedGroup, bookedOf } from './booked/queries'
import { fulfilmentGroups, orderLines, orders } from './schema/orders'
import { orderPayers, refunds } from './schema/payers'
import { slots } from './schema/slots'

export interface OrderDetail {
  readonly order: typeof orders.$inferSelect
  readonly groups: readonly (typeof fulfilmentGroups.$inferSelect & {
    readonly zone: string
    readonly cutoffAt: Date
    readonly servesFrom: Date
    readonly servesTo: Date
    readonly lines: readonly (typeof orderLines.$inferSelect)[]
  })[]
  /** Groups no kitchen cooks. */
  readonly booked: readonly BookedGroup[]
  /** Who pays, in tender order; empty when the person pays alone. */
  readonly payers: readonly (typeof orderPayers.$inferSelect)[]
  readonly cancellable: boolean
  readonly refund: 'none' | 'under_way' | 'done'
  /** Given back in all, to whomever paid. */
  readonly refundedMinor: number
}

/** Whole orders, in the order of their ids given; six queries whatever their number. */
export async function orderDetails(app: App, orderIds: readonly string[]): Promise<OrderDetail[]> {
  if (orderIds.length === 0) return []
  const ids = [...orderIds]
  const found = await app.db.select().from(orders).where(inArray(orders.id, ids))
  const groups = await app.db
    .select({ group: fulfilmentGroups, slot: slots })
    .from(fulfilmentGroups)
    .innerJoin(slots, eq(slots.menuDayId, fulfilmentGroups.menuDayId))
    .where(inArray(fulfilmentGroups.orderId, ids))
    .orderBy(asc(slots.servesFrom), asc(fulfilmentGroups.id))
  const lines = await app.db
    .select()
    .from(orderLines)
    .where(inArray(orderLines.orderId, ids))
    .orderBy(asc(orderLines.id))
  const back = await app.db.select().from(refunds).where(inArray(refunds.orderId, ids))
  const payers = await app.db
    .select()
    .from(orderPayers)
    .where(inArray(orderPayers.orderId, ids))
    .orderBy(asc(orderPayers.seq))
  const booked = await bookedOf(app, ids)
  const byId = new Map(found.map((order) => [order.id, order]))
  return ids.flatMap((id) => {
    const order = byId.get(id)
    if (!order) return []
    const own = groups
      .filter(({ group }) => group.orderId === id)
      .map(({ group, slot: { zone, cutoffAt, servesFrom, servesTo } }) => ({
        ...group,
        zone,
        cutoffAt,
        servesFrom,
        servesTo,
        lines: lines.filter(({ groupId }) => groupId === group.id),
      }))
    const bookings = booked.filter(({ orderId }) => orderId === id)
    // bookings of a paid order are cancelled one by one
    const cancellable =
      (own.length > 0 || !order.placedAt) && isCancellable({ status: order.status, groups: own }, app.now())
    const given = back.filter(({ orderId }) => orderId === id)
    const refundedMinor = given.reduce((total, { totalMinor }) => total + totalMinor, 0)
    const paying = payers.filter(({ orderId }) => orderId === id)
    return [
      { order, groups: own, booked: bookings, payers: paying, cancellable, refund: refundOf(given), refundedMinor },
    ]
  })
}

function refundOf(back: readonly (typeof refunds.$inferSelect)[]): OrderDetail['refund'] {
  if (back.some(({ status }) => status !== 'refunded')) return 'under_way'
  return back.length > 0 ? 'done' : 'none'
}

/** A person's own order; undefined for everybody else. */
export async function ownOrder(app: App, personId: string, orderId: string): Promise<OrderDetail | undefined> {
  const [own] = await app.db
    .select({ id: orders.id })
    .from(orders)
    .where(and(eq(orders.id, orderId), eq(orders.personId, personId)))
  return own ? (await orderDetails(app, [own.id]))[0] : undefined
}

const PAGE = 20

/** A person's own orders, newest first, one page. */
export async function ownOrders(app: App, personId: string, before?: Date): Promise<OrderDetail[]> {
  const own = and(
    eq(orders.personId, personId),
    ne(orders.status, 'expired'),
    before ? lt(orders.receivedAt, before) : undefined,
  )
  const rows = await app.db
    .select({ id: orders.id })
    .from(orders)
    .where(own)
    .orderBy(desc(orders.receivedAt))
    .limit(PAGE)
  return orderDetails(
    app,
    rows.map(({ id }) => id),
  )
}
