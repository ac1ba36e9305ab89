import { and, eq } from 'drizzle-orm'
import type { GroupStatus } from '../../kernel/order-status'
import type { App } from '../../platform/app'
import { inTransaction } from '../../platform/database'
import { tell } from '../../platform/realtime'
import { bookedGroups } from '../schema/booked'
import { endOrder } from './end-order'

/** A booking took place, or nobody came: its group follows, and with the last one its order. Late news change nothing. */
export const advanceBooked = (
  app: App,
  { bookingId, status }: { readonly bookingId: string; readonly status: Extract<GroupStatus, 'delivered' | 'failed'> },
): Promise<void> =>
  inTransaction(app.db, async (tx) => {
    const [moved] = await tx
      .update(bookedGroups)
      .set({ status, updatedAt: app.now() })
      .where(and(eq(bookedGroups.bookingId, bookingId), eq(bookedGroups.status, 'placed')))
      .returning({ groupId: bookedGroups.id, orderId: bookedGroups.orderId })
    if (!moved) return
    const data = { groupId: moved.groupId, status, at: app.now().toISOString() }
    await tell(tx, [{ topic: `order:${moved.orderId}`, event: 'status', data }])
    await endOrder({ ...app, db: tx }, moved.orderId)
  })
