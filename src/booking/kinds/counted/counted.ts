import { and, eq, sql } from 'drizzle-orm'
import { Refusal } from '../../../kernel/refusal'
import type { App } from '../../../platform/app'
import type { Tx } from '../../../platform/database'
import { rethrowRefused } from '../../../platform/refused'
import type { BookingRow } from '../../bookings'
import { seatPools } from '../../schema/bookings'
import type { Asked, Kind, Priced } from '../kind'
import { keptFor, useOffer } from '../../waiting/offer-places'
import { holdSeats } from './hold-seats'

/** What the chosen options add to one unit. @throws Refusal `not_found` for one that is not offered. */
export function optionsMinor({ offering, wish }: Asked): number {
  return wish.options.reduce((sum, id) => {
    const option = offering.options.find((one) => one.id === id)
    if (!option) throw new Refusal('not_found')
    return sum + option.addMinor
  }, 0)
}

async function price(app: App, asked: Asked): Promise<Priced> {
  const { offering, wish } = asked
  const own = and(eq(seatPools.id, wish.subjectId ?? ''), eq(seatPools.offeringId, offering.id))
  const [pool] = await app.db.select().from(seatPools).where(own)
  if (!pool) throw new Refusal('not_found')
  if (app.now() >= pool.closesAt || pool.calledOffAt) throw new Refusal('booking_closed')
  const left = pool.seats - pool.sold + (await keptFor(app, asked.personId, pool.id))
  if (wish.quantity > left) throw new Refusal('no_seats', { left })
  const { startsAt, endsAt, zone, ladder } = pool
  return { startsAt, endsAt, zone, ladder, priceMinor: (pool.priceMinor + optionsMinor(asked)) * wish.quantity }
}

const take = (tx: Tx, { subjectId }: BookingRow, seats: number) =>
  tx
    // who has paid in time is not late
    .execute(sql`select booking.take_seats(${subjectId}, ${seats}, '-infinity'::timestamptz)`)
    .catch(rethrowRefused)

/** Places that are counted: departures, entries, harvests and cups. */
export const counted: Kind = {
  price,
  hold: async (app, asked) => {
    const { offering, wish, personId } = asked
    const { priceMinor } = await price(app, asked)
    await useOffer(app, personId, wish.subjectId ?? '')
    return holdSeats(app, {
      operatorIds: [offering.operatorId],
      poolId: wish.subjectId ?? '',
      personId,
      seats: wish.quantity,
      priceMinor,
    })
  },
  giveBack: (tx, row, quantity) => take(tx, row, -quantity),
  takeAgain: (tx, row) => take(tx, row, row.quantity),
}
