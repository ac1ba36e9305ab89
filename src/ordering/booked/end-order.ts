import { and, eq, sql } from 'drizzle-orm'
import type { GroupStatus } from '../../kernel/order-status'
import type { App } from '../../platform/app'
import { publish } from '../../platform/outbox'
import { isOver } from '../domain/status'
import { OrderCompleted } from '../events'
import { orders } from '../schema/orders'

/**
 * Ends a firm order whose groups have all come to an end, meals and bookings alike: cancelled where nothing of it took
 * place, else completed. Its row is locked, so that the last two groups cannot both think the other is still under way.
 */
export async function endOrder(app: App, orderId: string): Promise<void> {
  await app.db.select({ id: orders.id }).from(orders).where(eq(orders.id, orderId)).for('update')
  const { rows } = await app.db.execute<{ status: GroupStatus }>(sql`
    select status from ordering.fulfilment_groups where order_id = ${orderId}
    union all select status from ordering.booked_groups where order_id = ${orderId}`)
  const states = rows.map(({ status }) => status)
  if (!isOver(states)) return
  const status = states.every((state) => state === 'cancelled') ? 'cancelled' : 'completed'
  const [done] = await app.db
    .update(orders)
    .set({ status, closedAt: app.now() })
    .where(and(eq(orders.id, orderId), eq(orders.status, 'placed')))
    .returning({ operatorId: orders.operatorId })
  if (done) await publish(app.db, OrderCompleted, { orderId, operatorId: done.operatorId })
}
