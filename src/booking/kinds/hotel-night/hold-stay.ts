import { eq, sql } from 'drizzle-orm'
import { Refusal } from '../../../kernel/refusal'
import { dateIn, instantOf } from '../../../kernel/time'
import type { App } from '../../../platform/app'
import { inTransaction } from '../../../platform/database'
import { rethrowRefused } from '../../../platform/refused'
import { type BookingRow, writeHold } from '../../bookings'
import { nightsOf, type Stay } from '../../domain/stay'
import { roomTypes } from '../../schema/bookings'

export interface HoldStay extends Stay {
  readonly operatorIds: readonly string[]
  readonly roomTypeId: string
  readonly personId: string
  readonly rooms: number
  readonly guests: number
}

/**
 * Holds rooms for every night of a stay, or for none.
 * @throws Refusal `not_found`, `party_too_large`, `no_room`, those of `nightsOf`.
 */
export const holdStay = (app: App, input: HoldStay): Promise<BookingRow> =>
  inTransaction(app.db, async (tx) => {
    const { roomTypeId, personId, rooms, guests, from, to, operatorIds } = input
    const [type] = await tx.select().from(roomTypes).where(eq(roomTypes.id, roomTypeId))
    if (!type || !operatorIds.includes(type.operatorId)) throw new Refusal('not_found')
    if (guests > rooms * type.sleeps) throw new Refusal('party_too_large', { most: rooms * type.sleeps })
    const nights = nightsOf(input, dateIn(type.zone, app.now()), type.horizonDays)
    const { rows } = await tx
      .execute<{ prices: number[] }>(
        sql`select booking.take_nights(${roomTypeId}, ${`{${nights.join(',')}}`}::date[], ${rooms}) as prices`,
      )
      .catch(rethrowRefused)
    const nightsMinor = rows[0]?.prices ?? []
    const { operatorId, zone, currency, ladder, checkIn, checkOut } = type
    return writeHold(
      { ...app, db: tx },
      {
        operatorId,
        personId,
        kind: 'hotel_night',
        subjectId: roomTypeId,
        quantity: rooms,
        zone,
        startsOn: from,
        startsAt: instantOf(from, checkIn, zone),
        endsAt: instantOf(to, checkOut, zone),
        priceMinor: nightsMinor.reduce((sum, minor) => sum + minor, 0),
        currency,
        nightsMinor,
        ladder,
      },
    )
  })
