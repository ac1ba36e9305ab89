import { and, inArray, lt } from 'drizzle-orm'
import type { GroupStatus } from '../kernel/order-status'
import type { App } from '../platform/app'
import { tell } from '../platform/realtime'
import { endOrder } from './booked/end-order'
import { statesBefore } from './domain/status'
import { fulfilmentGroups } from './schema/orders'

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
      for (const orderId of new Set(moved.map((group) => group.orderId))) await endOrder({ ...app, db: tx }, orderId)
  })
