import { and, asc, eq, gt, gte, inArray, lt, sql } from 'drizzle-orm'
import type { App } from '../../platform/app'
import { unseal } from '../../platform/seal'
import { readPassengers } from '../passengers'
import { bookings, seatPools } from '../schema/bookings'
import { healthConsents, offerings, providers } from '../schema/offerings'
import { resources, resourceUses } from '../schema/resources'

/** The providers of some tenants, or only those a person is limited to. */
export const listProviders = (app: App, operatorIds: readonly string[], only?: readonly string[]) =>
  app.db
    .select()
    .from(providers)
    .where(and(inArray(providers.operatorId, [...operatorIds]), only ? inArray(providers.id, [...only]) : undefined))
    .orderBy(asc(providers.id))

/** One provider; undefined where there is none. */
export async function findProvider(app: App, providerId: string) {
  const [found] = await app.db.select().from(providers).where(eq(providers.id, providerId))
  return found
}

const STANDING = ['held', 'confirmed', 'completed', 'no_show'] as const

/** Who and what a provider has, what each is busy with between two instants, and its departures or entries; five queries. */
export async function readCalendar(app: App, providerId: string, from: Date, to: Date) {
  const own = await app.db.select().from(resources).where(eq(resources.providerId, providerId)).orderBy(resources.kind)
  const span = sql`tstzrange(${from.toISOString()}::timestamptz, ${to.toISOString()}::timestamptz)`
  const uses = await app.db
    .select({
      id: resourceUses.bookingId,
      resourceId: resourceUses.resourceId,
      from: sql<Date>`lower(${resourceUses.during})`.mapWith(bookings.startsAt),
      to: sql<Date>`upper(${resourceUses.during})`.mapWith(bookings.startsAt),
      isBlock: sql<boolean>`${bookings.id} is null`,
    })
    .from(resourceUses)
    .leftJoin(bookings, eq(bookings.id, resourceUses.bookingId))
    .where(
      and(
        inArray(
          resourceUses.resourceId,
          own.map(({ id }) => id),
        ),
        eq(resourceUses.released, false),
        sql`${resourceUses.during} && ${span}`,
      ),
    )
    .orderBy(asc(sql`lower(${resourceUses.during})`), asc(resourceUses.resourceId))
  const booked = await app.db
    .select()
    .from(bookings)
    .where(
      and(
        eq(bookings.providerId, providerId),
        inArray(bookings.status, [...STANDING]),
        lt(bookings.startsAt, to),
        gt(bookings.endsAt, from),
      ),
    )
    .orderBy(asc(bookings.startsAt), asc(bookings.id))
  const sessions = await app.db
    .select({ pool: seatPools, name: offerings.name })
    .from(seatPools)
    .innerJoin(offerings, eq(offerings.id, seatPools.offeringId))
    .where(and(eq(offerings.providerId, providerId), gte(seatPools.startsAt, from), lt(seatPools.startsAt, to)))
    .orderBy(asc(seatPools.startsAt), asc(seatPools.id))
  const offered = await app.db
    .select({ options: offerings.options })
    .from(offerings)
    .where(eq(offerings.providerId, providerId))
  return { resources: own, uses, bookings: booked, sessions, options: offered.flatMap(({ options }) => options) }
}

/** What a provider must know of some bookings to serve them: who travels, and what a health guest told it. Sensitive. */
export async function readGuests(app: App, bookingIds: readonly string[]) {
  const ids = [...bookingIds]
  const party = await readPassengers(app, ids)
  const notes = await app.db.select().from(healthConsents).where(inArray(healthConsents.bookingId, ids))
  const opened = notes.map(({ bookingId, personId, sealedNote }) => {
    return [bookingId, unseal(app.config, 'health-note', personId, sealedNote)] as const
  })
  return { party, notes: new Map(opened) }
}
