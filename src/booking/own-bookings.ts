import { and, desc, eq, inArray, isNull, ne } from 'drizzle-orm'
import { Refusal } from '../kernel/refusal'
import type { App } from '../platform/app'
import type { BookingRow } from './bookings'
import { type Cancelled, costOfCancelling } from './cancel-booking'
import { readPassengers } from './passengers'
import { bookings } from './schema/bookings'
import { providers } from './schema/offerings'

export interface OwnBooking {
  readonly row: BookingRow
  readonly provider: typeof providers.$inferSelect | null
  /** What cancelling all of it would cost now. */
  readonly cancelling: Cancelled
  /** Whether it may be cancelled or changed at all. */
  readonly isOpen: boolean
  /** Who travels. */
  readonly party: readonly { readonly name: string }[]
}

const PAGE = 100

/** Somebody's own bookings, the latest first; three queries. */
export async function ownBookings(app: App, personId: string): Promise<OwnBooking[]> {
  const own = and(eq(bookings.personId, personId), ne(bookings.status, 'expired'), isNull(bookings.replacedBy))
  const rows = await app.db.select().from(bookings).where(own).orderBy(desc(bookings.startsAt)).limit(PAGE)
  return withAround(app, rows)
}

/** One of them. @throws Refusal `not_found` for everybody else's. */
export async function ownBooking(app: App, personId: string, bookingId: string): Promise<OwnBooking> {
  const own = and(eq(bookings.id, bookingId), eq(bookings.personId, personId))
  const [found] = await withAround(app, await app.db.select().from(bookings).where(own))
  if (!found) throw new Refusal('not_found')
  return found
}

async function withAround(app: App, rows: readonly BookingRow[]): Promise<OwnBooking[]> {
  if (rows.length === 0) return []
  const houses = await app.db
    .select()
    .from(providers)
    .where(inArray(providers.id, [...new Set(rows.map(({ providerId }) => providerId))]))
  const ids = rows.map(({ id }) => id)
  const party = await readPassengers(app, ids)
  return rows.map((row) => ({
    row,
    provider: houses.find(({ id }) => id === row.providerId) ?? null,
    cancelling: costOfCancelling(row, row.quantity, app.now()),
    isOpen: row.status === 'confirmed' && app.now() < row.startsAt,
    party: party.filter(({ bookingId }) => bookingId === row.id).map(({ name }) => ({ name })),
  }))
}
