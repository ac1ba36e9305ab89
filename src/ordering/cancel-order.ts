import { and, eq, inArray, sql } from 'drizzle-orm'
import { Refusal } from '../kernel/refusal'
import type { App } from '../platform/app'
import { note } from '../platform/audit'
import { publish } from '../platform/outbox'
import { tell } from '../platform/realtime'
import { isCancellable } from './domain/status'
import { OrderCancelled } from './events'
import { type BookMoney, moneyOf, oweBack } from './money'
import { fulfilmentGroups, orders } from './schema/orders'
import { payments } from './schema/payments'
import { slots } from './schema/slots'

export interface CancelOrder {
  readonly orderId: string
  readonly personId: string
  readonly receivedAt: Date
}

/**
 * Voids an order before its cut-off: portions go back, money is owed back, kitchen and courier are told. The order's row is
 * locked first, so of two cancellations at once one finds it cancelled.
 * @throws Refusal `not_found`, `already_cancelled`, `cutoff_passed`.
 */
export const cancelOrder = (app: App, input: CancelOrder, bookMoney: BookMoney): Promise<void> =>
  app.db.transaction(async (tx) => {
    const within = { ...app, db: tx }
    const { orderId, personId } = input
    const own = and(eq(orders.id, orderId), eq(orders.personId, personId))
    const [order] = await tx.select().from(orders).where(own).for('update')
    if (!order) throw new Refusal('not_found')
    if (order.status === 'cancelled') throw new Refusal('already_cancelled')
    const groups = await tx
      .select({ id: fulfilmentGroups.id, status: fulfilmentGroups.status, cutoffAt: slots.cutoffAt })
      .from(fulfilmentGroups)
      .innerJoin(slots, eq(slots.menuDayId, fulfilmentGroups.menuDayId))
      .where(eq(fulfilmentGroups.orderId, orderId))
    if (!isCancellable({ status: order.status, groups }, input.receivedAt)) throw new Refusal('cutoff_passed')

    await tx.update(orders).set({ status: 'cancelled', closedAt: app.now(), holdExpiresAt: null }).where(own)
    const groupIds = groups.map(({ id }) => id)
    await tx
      .update(fulfilmentGroups)
      .set({ status: 'cancelled', updatedAt: app.now() })
      .where(inArray(fulfilmentGroups.id, groupIds))
    await tx.execute(sql`select ordering.release_holds(${orderId})`)

    const taken = await tx
      .select()
      .from(payments)
      .where(and(eq(payments.orderId, orderId), eq(payments.status, 'succeeded')))
    for (const payment of taken) {
      await bookMoney(within, { kind: 'refund_owed', ...moneyOf(order, payment) })
      await oweBack(within, payment)
    }
    const { operatorId } = order
    if (order.placedAt) await publish(tx, OrderCancelled, { orderId, operatorId, groupIds })
    await note(within, { operatorId, actorId: personId, action: 'ordering.cancel-order', subject: orderId })
    const at = app.now().toISOString()
    const topic = `order:${orderId}`
    await tell(
      tx,
      groupIds.map((groupId) => ({ topic, event: 'status', data: { groupId, status: 'cancelled', at } })),
    )
  })
