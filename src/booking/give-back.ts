import { eq, sql } from 'drizzle-orm'
import { addDays } from '../kernel/time'
import type { Tx } from '../platform/database'
import { rethrowRefused } from '../platform/refused'
import type { BookingRow } from './bookings'
import { lockResources } from './lock-resources'
import { resourceUses } from './schema/resources'

/** Puts places of a booking back on sale, in the transaction that makes it smaller. Slots are whole. */
export const giveBack = (tx: Tx, row: BookingRow, quantity: number): Promise<unknown> => move(tx, row, -quantity)

/**
 * Takes the places of a booking again that were given back when its hold expired.
 * @throws Refusal `no_room`, `no_seats`, `slot_taken` by the exclusion constraint.
 */
export const takeAgain = (tx: Tx, row: BookingRow): Promise<unknown> => move(tx, row, row.quantity)

async function move(tx: Tx, { id, kind, subjectId, startsOn, nightsMinor }: BookingRow, by: number): Promise<unknown> {
  switch (kind) {
    case 'service_slot': {
      const own = eq(resourceUses.bookingId, id)
      const used = await tx.select({ resourceId: resourceUses.resourceId }).from(resourceUses).where(own)
      await lockResources(
        tx,
        used.map(({ resourceId }) => resourceId),
      )
      return tx
        .update(resourceUses)
        .set({ released: by < 0 })
        .where(own)
    }
    case 'hotel_night': {
      const nights = nightsMinor.map((_, i) => addDays(startsOn, i)).join(',')
      return tx
        .execute(sql`select booking.take_nights(${subjectId}, ${`{${nights}}`}::date[], ${by})`)
        .catch(rethrowRefused)
    }
    case 'travel_departure':
    case 'ticket':
      // who has paid in time is not late
      return tx
        .execute(sql`select booking.take_seats(${subjectId}, ${by}, '-infinity'::timestamptz)`)
        .catch(rethrowRefused)
  }
}
