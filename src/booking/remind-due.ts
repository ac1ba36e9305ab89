import { and, eq, gt, isNull, lte } from 'drizzle-orm'
import type { App } from '../platform/app'
import { publishAll } from '../platform/outbox'
import { BookingNear } from './events'
import { bookings } from './schema/bookings'

/** How long before it begins somebody is reminded. */
const AHEAD_MS = 24 * 3_600_000

/** Reminds whoever has a booking within a day, once each and by state: a worker that wakes late reminds late, not twice. */
export const remindDue = (app: App): Promise<number> =>
  app.db.transaction(async (tx) => {
    const now = app.now()
    const due = and(
      eq(bookings.status, 'confirmed'),
      isNull(bookings.remindedAt),
      gt(bookings.startsAt, now),
      lte(bookings.startsAt, new Date(now.getTime() + AHEAD_MS)),
    )
    const near = await tx
      .update(bookings)
      .set({ remindedAt: now })
      .where(due)
      .returning({ bookingId: bookings.id, personId: bookings.personId, operatorId: bookings.operatorId })
    await publishAll(tx, BookingNear, near)
    return near.length
  })
