import { eq } from 'drizzle-orm'
import type { App } from '../../platform/app'
import { bookedGroups } from '../schema/booked'

export interface MoveBooked {
  readonly bookingId: string
  /** What it is called from now on, where a change made a new booking of it. */
  readonly newId: string
  readonly startsAt: Date
  readonly endsAt: Date
}

/** Follows a booking to its new time; price and refunds are another's business. */
export async function moveBooked(app: App, { bookingId, newId, startsAt, endsAt }: MoveBooked): Promise<void> {
  const now = { bookingId: newId, startsAt, endsAt, updatedAt: app.now() }
  await app.db.update(bookedGroups).set(now).where(eq(bookedGroups.bookingId, bookingId))
}
