import { and, eq, inArray, sql } from 'drizzle-orm'
import { Refusal } from '../kernel/refusal'
import type { App } from '../platform/app'
import { note } from '../platform/audit'
import { inTransaction } from '../platform/database'
import { publish } from '../platform/outbox'
import { tell } from '../platform/realtime'
import { endOrder } from './booked/end-order'
import { isCancellable } from './domain/status'
import { BookingsDropped, OrderCancelled } from './events'
import type { Funds } from './money'
import { refundCharges } from './refunding/refund-charges'
import { bookedGroups } from './schema/booked'
import { fulfilmentGroups, orderLines, orders } from './schema/orders'
import { slots } from './schema/slots'

export interface CancelOrder {
  readonly orderId: string
  readonly personId: string
  readonly receivedAt: Date
  /** One part of the order; all of it without. */
  readonly groupId?: string | undefined
}

/**
 * Voids an order, or one part of a paid one, before its cut-off: portions go back, each payer gets back what it paid,
 * kitchen and courier are told. The order's row is locked first, so of two cancellations at once one finds it cancelled.
 * Bookings of a paid order stay: each is cancelled by itself, by its own ladder.
 * @throws Refusal `not_found`, `already_cancelled`, `cutoff_passed`, `order_not_payable` for a part of an unpaid order.
 */
export const cancelOrder = (app: App, input: CancelOrder, funds: Funds): Promise<void> =>
  inTransaction(app.db, async (tx) => {
    const within = { ...app, db: tx }
    const { orderId, personId, groupId } = input
    const own = and(eq(orders.id, orderId), eq(orders.personId, personId))
    const [order] = await tx.select().from(orders).where(own).for('update')
    if (!order) throw new Refusal('not_found')
    if (order.status === 'cancelled') throw new Refusal('already_cancelled')
    const all = await tx
      .select({ id: fulfilmentGroups.id, status: fulfilmentGroups.status, cutoffAt: slots.cutoffAt })
      .from(fulfilmentGroups)
      .innerJoin(slots, eq(slots.menuDayId, fulfilmentGroups.menuDayId))
      .where(eq(fulfilmentGroups.orderId, orderId))
    const standing = all.filter(({ status }) => status !== 'cancelled')
    const groups = groupId ? all.filter(({ id }) => id === groupId) : standing
    const bookings = await bookedOf(tx, orderId)
    const isDropped = !groupId && !order.placedAt && bookings.length > 0
    if (groups.length === 0 && !isDropped) throw new Refusal('not_found')
    if (groups.some(({ status }) => status === 'cancelled')) throw new Refusal('already_cancelled')
    if (!isCancellable({ status: order.status, groups }, input.receivedAt)) throw new Refusal('cutoff_passed')
    const everyMeal = groups.length === standing.length
    const whole = everyMeal && (!order.placedAt || bookings.every(({ status }) => status === 'cancelled'))
    if (!everyMeal && !order.placedAt) throw new Refusal('order_not_payable')

    const groupIds = groups.map(({ id }) => id)
    if (whole) await tx.update(orders).set({ status: 'cancelled', closedAt: app.now(), holdExpiresAt: null }).where(own)
    await voidGroups(within, orderId, groupIds)
    const { operatorId } = order
    if (order.placedAt) {
      const cause = everyMeal ? 'cancelled' : `cancelled:${groupId}`
      const off = new Map(groupIds.map((id) => [id, 'all' as const]))
      await refundCharges(within, funds, { order, cause, off, ourFault: false })
      await publish(tx, OrderCancelled, { orderId, operatorId, groupIds })
      if (bookings.length > 0) await endOrder(within, orderId)
    } else {
      await funds.release(within, [orderId])
      if (isDropped) await dropBookings(within, orderId)
    }
    await note(within, { operatorId, actorId: personId, action: 'ordering.cancel-order', subject: groupId ?? orderId })
  })

const bookedOf = (db: App['db'], orderId: string) =>
  db.select({ status: bookedGroups.status }).from(bookedGroups).where(eq(bookedGroups.orderId, orderId))

/** Bookings of an order nobody will pay are wanted no more. */
async function dropBookings(app: App, orderId: string): Promise<void> {
  const at = sql`${app.now().toISOString()}::timestamptz`
  const { rows } = await app.db.execute<{ id: string }>(
    sql`select id from ordering.drop_booked(array[${orderId}], ${at}) as id`,
  )
  if (rows.length > 0) await publish(app.db, BookingsDropped, { bookingIds: rows.map(({ id }) => id) })
}

/** Cancels groups of an order, gives their portions back and tells whoever watches. */
export async function voidGroups(app: App, orderId: string, groupIds: string[]): Promise<void> {
  const chosen = inArray(fulfilmentGroups.id, groupIds)
  await app.db.update(fulfilmentGroups).set({ status: 'cancelled', updatedAt: app.now() }).where(chosen)
  const lines = await app.db
    .select({ offerId: orderLines.offerId })
    .from(orderLines)
    .where(inArray(orderLines.groupId, groupIds))
  const offers = sql.param(lines.map(({ offerId }) => offerId))
  await app.db.execute(sql`select ordering.release_holds(${orderId}, ${offers}::text[])`)
  const at = app.now().toISOString()
  const topic = `order:${orderId}`
  await tell(
    app.db,
    groupIds.map((groupId) => ({ topic, event: 'status', data: { groupId, status: 'cancelled', at } })),
  )
}
