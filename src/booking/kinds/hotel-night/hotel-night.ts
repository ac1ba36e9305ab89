import { and, eq, inArray, sql } from 'drizzle-orm'
import { Refusal } from '../../../kernel/refusal'
import { addDays, dateIn, instantOf } from '../../../kernel/time'
import type { App } from '../../../platform/app'
import type { Tx } from '../../../platform/database'
import { rethrowRefused } from '../../../platform/refused'
import type { BookingRow } from '../../bookings'
import { nightsOf } from '../../domain/stay'
import { roomNights, roomTypes } from '../../schema/bookings'
import type { Asked, Kind, Priced } from '../kind'
import { holdStay } from './hold-stay'

function stayOf({ wish: { subjectId, from, to, quantity, guests } }: Asked) {
  if (!subjectId || !from || !to) throw new Refusal('not_found')
  return { roomTypeId: subjectId, from, to, rooms: quantity, guests: guests ?? quantity }
}

async function price(app: App, asked: Asked): Promise<Priced> {
  const { roomTypeId, rooms, guests, ...stay } = stayOf(asked)
  const own = and(eq(roomTypes.id, roomTypeId), eq(roomTypes.offeringId, asked.offering.id))
  const [type] = await app.db.select().from(roomTypes).where(own)
  if (!type) throw new Refusal('not_found')
  if (guests > rooms * type.sleeps) throw new Refusal('party_too_large', { most: rooms * type.sleeps })
  const nights = nightsOf(stay, dateIn(type.zone, app.now()), type.horizonDays)
  const found = await app.db
    .select()
    .from(roomNights)
    .where(and(eq(roomNights.roomTypeId, roomTypeId), inArray(roomNights.night, nights)))
  const free = found.filter((night) => night.sold + rooms <= night.rooms + night.overbooking)
  const missing = nights.find((night) => !free.some((one) => one.night === night))
  if (missing) throw new Refusal('no_room', { night: missing })
  return {
    startsAt: instantOf(stay.from, type.checkIn, type.zone),
    endsAt: instantOf(stay.to, type.checkOut, type.zone),
    zone: type.zone,
    priceMinor: rooms * free.reduce((sum, { priceMinor }) => sum + priceMinor, 0),
    ladder: type.ladder,
  }
}

const take = (tx: Tx, { subjectId, startsOn, nightsMinor }: BookingRow, rooms: number) => {
  const nights = nightsMinor.map((_, i) => addDays(startsOn, i)).join(',')
  return tx
    .execute(sql`select booking.take_nights(${subjectId}, ${`{${nights}}`}::date[], ${rooms})`)
    .catch(rethrowRefused)
}

/** A room type on every night of a stay. */
export const hotelNight: Kind = {
  price,
  hold: (app, asked) =>
    holdStay(app, { ...stayOf(asked), operatorIds: [asked.offering.operatorId], personId: asked.personId }),
  giveBack: (tx, row, quantity) => take(tx, row, -quantity),
  takeAgain: (tx, row) => take(tx, row, row.quantity),
}
