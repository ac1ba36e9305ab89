import { and, asc, eq, gt, gte, inArray, isNull, lt } from 'drizzle-orm'
import { Refusal } from '../kernel/refusal'
import { dateIn, type ServiceDate } from '../kernel/time'
import type { App } from '../platform/app'
import { nightsOf, type Stay } from './domain/stay'
import { roomNights, roomTypes, seatPools } from './schema/bookings'
import { offerings, providers, type Section } from './schema/offerings'

/** What can be booked, of one section or of all, with who offers it. */
export const listOfferings = (app: App, section?: Section) =>
  app.db
    .select({ offering: offerings, provider: providers })
    .from(offerings)
    .innerJoin(providers, eq(providers.id, offerings.providerId))
    .where(section ? eq(offerings.section, section) : undefined)
    .orderBy(asc(offerings.position), asc(offerings.id))

/** One of them. @throws Refusal `not_found`. */
export async function showOffering(app: App, offeringId: string) {
  const [found] = await app.db
    .select({ offering: offerings, provider: providers })
    .from(offerings)
    .innerJoin(providers, eq(providers.id, offerings.providerId))
    .where(eq(offerings.id, offeringId))
  if (!found) throw new Refusal('not_found')
  return found
}

/** Departures, entries, harvests or pick-up times of an offering that may still be booked, in order. */
export const openPlaces = (app: App, offeringId: string, from: Date, to: Date) =>
  app.db
    .select()
    .from(seatPools)
    .where(
      and(
        eq(seatPools.offeringId, offeringId),
        gte(seatPools.startsAt, from),
        lt(seatPools.startsAt, to),
        gt(seatPools.closesAt, app.now()),
        isNull(seatPools.calledOffAt),
      ),
    )
    .orderBy(asc(seatPools.startsAt), asc(seatPools.id))

export interface FreeRoom {
  readonly type: typeof roomTypes.$inferSelect
  /** For all nights and rooms; null where some night is not for sale. */
  readonly priceMinor: number | null
  /** Rooms free on every night. */
  readonly left: number
}

/**
 * The room types of a house with what a stay would cost; two queries.
 * @throws Refusal `not_found` and those of `nightsOf`.
 */
export async function freeRooms(
  app: App,
  { offeringId, rooms, ...stay }: Stay & { readonly offeringId: string; readonly rooms: number },
): Promise<FreeRoom[]> {
  const types = await app.db.select().from(roomTypes).where(eq(roomTypes.offeringId, offeringId)).orderBy(roomTypes.id)
  const [first] = types
  if (!first) throw new Refusal('not_found')
  const nights: ServiceDate[] = nightsOf(stay, dateIn(first.zone, app.now()), first.horizonDays)
  const ids = types.map(({ id }) => id)
  const found = await app.db
    .select()
    .from(roomNights)
    .where(and(inArray(roomNights.roomTypeId, ids), inArray(roomNights.night, nights)))
  return types.map((type) => {
    const own = found.filter(({ roomTypeId }) => roomTypeId === type.id)
    const left = own.length < nights.length ? 0 : Math.min(...own.map((one) => one.rooms + one.overbooking - one.sold))
    const priceMinor = own.length < nights.length ? null : rooms * own.reduce((sum, night) => sum + night.priceMinor, 0)
    return { type, left: Math.max(0, left), priceMinor }
  })
}
