import type { App } from '../platform/app'
import { note } from '../platform/audit'
import { newId } from '../platform/id'
import { bookings } from './schema/bookings'

export type BookingRow = typeof bookings.$inferSelect

/** How long a place is kept for somebody who has not paid yet. */
const HOLD_MS = 15 * 60_000

type Held = Omit<
  typeof bookings.$inferInsert,
  'id' | 'status' | 'holdExpiresAt' | 'createdAt' | 'closedAt' | 'feeMinor' | 'refundMinor'
>

/** Writes a hold that has just been taken, in the transaction that took it; until the start at most. */
export async function writeHold(app: App, held: Held): Promise<BookingRow> {
  const createdAt = app.now()
  const holdExpiresAt = new Date(Math.min(createdAt.getTime() + HOLD_MS, held.startsAt.getTime()))
  const values = { ...held, id: newId('bkg'), status: 'held' as const, createdAt, holdExpiresAt }
  const [row] = await app.db.insert(bookings).values(values).returning()
  if (!row) throw new Error('a hold was not written')
  const { operatorId, personId, kind, priceMinor } = row
  await note(app, {
    operatorId,
    actorId: personId,
    action: `booking.hold`,
    subject: row.id,
    detail: { kind, priceMinor },
  })
  return row
}
