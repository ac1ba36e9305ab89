import { and, eq, inArray, isNull } from 'drizzle-orm'
import type { App } from '../platform/app'
import { note } from '../platform/audit'
import { inTransaction } from '../platform/database'
import { publish } from '../platform/outbox'
import { tell } from '../platform/realtime'
import { endOrder } from './booked/end-order'
import { voidGroups } from './cancel-order'
import { OrderCancelled } from './events'
import type { Funds } from './money'
import { refundCharges } from './refunding/refund-charges'
import { orderLines, orders } from './schema/orders'

type Order = typeof orders.$inferSelect

export interface ReplayLines {
  readonly orderId: string
  readonly lineIds: readonly string[]
  /** Why, once for these lines: `sold_out:<dishId>`. */
  readonly cause: string
}

/**
 * A kitchen ran out: the order becomes what it would have been without these lines and each payer gets the difference back,
 * once however often it is said. A meal nothing is left of is cancelled, its fee with it. Grants whose minimum breaks by it are taken over by the operator, never by the resident.
 * Lines that came off before, and orders that are not firm, are left. Returns whether something came off.
 */
export const replayLines = (app: App, { orderId, lineIds, cause }: ReplayLines, funds: Funds): Promise<boolean> =>
  inTransaction(app.db, async (tx) => {
    const within = { ...app, db: tx }
    const [order] = await tx.select().from(orders).where(eq(orders.id, orderId)).for('update')
    if (!order?.placedAt || order.status === 'cancelled') return false
    const lines = await tx
      .select({ id: orderLines.id, groupId: orderLines.groupId })
      .from(orderLines)
      .where(and(eq(orderLines.orderId, orderId), inArray(orderLines.id, [...lineIds]), isNull(orderLines.refundId)))
    if (lines.length === 0) return false
    const emptied = await emptiedBy(within, lines)
    const off = new Map(
      lines.map(({ groupId }) => {
        const own = lines.filter((line) => line.groupId === groupId).map(({ id }) => id)
        return [groupId, emptied.includes(groupId) ? ('all' as const) : own]
      }),
    )
    const gone = lines.map(({ id }) => id).sort()
    const refundId = await refundCharges(within, funds, {
      order,
      cause: `${cause}:${gone.join(',')}`,
      off,
      ourFault: true,
    })
    if (!refundId) return false
    const { operatorId } = order
    if (emptied.length > 0) await endMeals(within, order, emptied)
    await note(within, {
      operatorId,
      actorId: 'kitchen',
      action: 'ordering.replay-sold-out',
      subject: orderId,
      detail: { cause, refundId },
    })
    const at = app.now().toISOString()
    await tell(
      tx,
      [...off.keys()].map((groupId) => ({
        topic: `order:${orderId}`,
        event: 'refund',
        data: { groupId, status: 'sold_out', at },
      })),
    )
    return true
  })

/** Meals nothing is left of without these lines: nobody brings them, so that nobody pays for bringing them either. */
async function emptiedBy({ db }: App, lines: readonly { readonly id: string; readonly groupId: string }[]) {
  const groups = [...new Set(lines.map(({ groupId }) => groupId))]
  const standing = and(inArray(orderLines.groupId, groups), isNull(orderLines.refundId))
  const rows = await db.select({ id: orderLines.id, groupId: orderLines.groupId }).from(orderLines).where(standing)
  const left = rows.filter(({ id }) => !lines.some((line) => line.id === id))
  return groups.filter((groupId) => !left.some((line) => line.groupId === groupId))
}

/** Cancels them, and with the last of them the order. */
async function endMeals(app: App, { id: orderId, operatorId }: Order, groupIds: string[]): Promise<void> {
  await voidGroups(app, orderId, groupIds)
  await publish(app.db, OrderCancelled, { orderId, operatorId, groupIds })
  await endOrder(app, orderId)
}
