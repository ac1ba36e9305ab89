import { and, eq, inArray, lt } from 'drizzle-orm'
import type { GroupStatus } from '../kernel/order-status'
import type { App } from '../platform/app'
import { publish } from '../platform/outbox'
import { tell } from '../platform/realtime'
import { isOver, statesBefore } from './domain/status'
import { OrderCompleted } from './events'
import { fulfilmentGroups, orders } from './schema/orders'

export interface AdvanceGroups {
  readonly groupIds: readonly string[]
  readonly status: GroupStatus
  /** The ticket's version, where a kitchen says it: only its newest word counts, in whatever order they come. */
  readonly ticketVersion?: number
}

/**
 * Moves fulfilment groups on, tells the residents who watch, and completes the orders whose groups are all over. A fact that
 * comes late (the group is further already) changes nothing.
 */
export const advanceGroups = (app: App, { groupIds, status, ticketVersion }: AdvanceGroups): Promise<void> =>
  app.db.transaction(async (tx) => {
    const moved = await tx
      .update(fulfilmentGroups)
      .set({ status, updatedAt: app.now(), ...(ticketVersion === undefined ? {} : { ticketVersion }) })
      .where(
        and(
          inArray(fulfilmentGroups.id, [...groupIds]),
          inArray(fulfilmentGroups.status, statesBefore(status)),
          ticketVersion === undefined ? undefined : lt(fulfilmentGroups.ticketVersion, ticketVersion),
        ),
      )
      .returning({ groupId: fulfilmentGroups.id, orderId: fulfilmentGroups.orderId })
    const at = app.now().toISOString()
    await tell(
      tx,
      moved.map(({ groupId, orderId }) => ({
        topic: `order:${orderId}`,
        event: 'status',
        data: { groupId, status, at },
      })),
    )
    if (status === 'delivered' || status === 'failed')
      await complete(
        { ...app, db: tx },
        moved.map(({ orderId }) => orderId),
      )
  })

async function complete(app: App, orderIds: readonly string[]): Promise<void> {
  for (const orderId of new Set(orderIds)) {
    // locked, so that the last two groups of an order cannot both think the other is still under way
    await app.db.select({ id: orders.id }).from(orders).where(eq(orders.id, orderId)).for('update')
    const groups = await app.db
      .select({ status: fulfilmentGroups.status })
      .from(fulfilmentGroups)
      .where(eq(fulfilmentGroups.orderId, orderId))
    if (!isOver(groups.map((group) => group.status))) continue
    const [done] = await app.db
      .update(orders)
      .set({ status: 'completed', closedAt: app.now() })
      .where(and(eq(orders.id, orderId), eq(orders.status, 'placed')))
      .returning({ operatorId: orders.operatorId })
    if (done) await publish(app.db, OrderCompleted, { orderId, operatorId: done.operatorId })
  }
}
