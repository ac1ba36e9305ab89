import { and, eq, inArray, isNull } from 'drizzle-orm'
import type { App } from '../platform/app'
import { note } from '../platform/audit'
import { inTransaction } from '../platform/database'
import { tell } from '../platform/realtime'
import type { Funds } from './money'
import { refundCharges } from './refunding/refund-charges'
import { orderLines, orders } from './schema/orders'

export interface ReplayLines {
  readonly orderId: string
  readonly lineIds: readonly string[]
  /** Why, once for these lines: `sold_out:<dishId>`. */
  readonly cause: string
}

/**
 * A kitchen ran out: the order becomes what it would have been without these lines and each payer gets the difference back,
 * once however often it is said. Grants whose minimum breaks by it are taken over by the operator, never by the resident.
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
    const off = new Map(
      lines.map(({ groupId }) => [groupId, lines.filter((line) => line.groupId === groupId).map(({ id }) => id)]),
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
