import { and, eq, inArray } from 'drizzle-orm'
import { Refusal } from '../kernel/refusal'
import type { App } from '../platform/app'
import { publish } from '../platform/outbox'
import { confirmBooking } from './confirm-booking'
import { BookingLost } from './events'
import { KINDS } from './kinds/all'
import { bookings } from './schema/bookings'

interface Named {
  readonly bookingIds: readonly string[]
}

/** Their order is paid: each is firm, or, where its places were gone by then, its money is owed back. */
export async function confirmPaid(app: App, { bookingIds }: Named): Promise<void> {
  for (const bookingId of [...bookingIds].sort()) {
    try {
      await confirmBooking(app, bookingId)
    } catch (error) {
      if (!(error instanceof Refusal)) throw error
      const [lost] = await app.db
        .select({ priceMinor: bookings.priceMinor })
        .from(bookings)
        .where(eq(bookings.id, bookingId))
      await publish(app.db, BookingLost, { bookingId, priceMinor: lost?.priceMinor ?? 0 })
    }
  }
}

/** Their order was never paid: the places are free again, at once and not only when the hold runs out. */
export async function releaseUnpaid(app: App, { bookingIds }: Named): Promise<void> {
  const held = await app.db
    .select()
    .from(bookings)
    .where(and(inArray(bookings.id, [...bookingIds]), eq(bookings.status, 'held')))
    .orderBy(bookings.id)
    .for('update')
  for (const row of held) {
    await KINDS[row.kind].giveBack(app.db, row, row.quantity)
    await app.db.update(bookings).set({ status: 'expired', closedAt: app.now() }).where(eq(bookings.id, row.id))
  }
}
