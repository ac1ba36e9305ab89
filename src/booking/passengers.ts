import { asc, eq, inArray } from 'drizzle-orm'
import { z } from 'zod'
import type { App } from '../platform/app'
import { seal, unseal } from '../platform/seal'
import { bookings } from './schema/bookings'
import { partyMembers } from './schema/offerings'

const Member = z.object({ name: z.string(), birthDate: z.string() })

export type Passenger = Readonly<z.infer<typeof Member>>

/** Notes who travels, sealed with the id of whoever booked. */
export async function writePassengers(
  app: App,
  { id: bookingId, personId }: { readonly id: string; readonly personId: string },
  party: readonly Passenger[],
): Promise<void> {
  const members = party.map(({ name, birthDate }, position) => {
    const sealed = seal(app.config, 'passenger', personId, JSON.stringify({ name, birthDate }))
    return { bookingId, position, sealed }
  })
  await app.db.insert(partyMembers).values(members)
}

/** Who travels with some bookings. Personal: for whoever booked and for the provider alone. */
export async function readPassengers(
  app: App,
  bookingIds: readonly string[],
): Promise<(Passenger & { readonly bookingId: string })[]> {
  const rows = await app.db
    .select({ bookingId: partyMembers.bookingId, sealed: partyMembers.sealed, personId: bookings.personId })
    .from(partyMembers)
    .innerJoin(bookings, eq(bookings.id, partyMembers.bookingId))
    .where(inArray(partyMembers.bookingId, [...bookingIds]))
    .orderBy(asc(partyMembers.bookingId), asc(partyMembers.position))
  return rows.map(({ bookingId, personId, sealed }) => {
    const member = Member.parse(JSON.parse(unseal(app.config, 'passenger', personId, sealed)))
    return { bookingId, ...member }
  })
}
