import { eq } from 'drizzle-orm'
import { Refusal } from '../kernel/refusal'
import type { App } from '../platform/app'
import { note } from '../platform/audit'
import { inTransaction } from '../platform/database'
import { KINDS } from './kinds/all'
import { bookings } from './schema/bookings'

/**
 * Makes a hold firm once it is paid; twice is once. Paid after the hold expired: taken again where it is still free.
 * @throws Refusal `not_found`, `already_cancelled`, `hold_expired` (the payment is owed back).
 */
export const confirmBooking = (app: App, bookingId: string): Promise<void> =>
  inTransaction(app.db, async (tx) => {
    const [row] = await tx.select().from(bookings).where(eq(bookings.id, bookingId)).for('update')
    if (!row) throw new Refusal('not_found')
    const { status, operatorId } = row
    if (status === 'confirmed') return
    if (status !== 'held' && status !== 'expired') throw new Refusal('already_cancelled')
    if (status === 'expired')
      // a savepoint: what is refused here must not end the caller's transaction
      await tx
        .transaction((inner) => KINDS[row.kind].takeAgain(inner, row))
        .catch((error: unknown) => {
          throw error instanceof Refusal ? new Refusal('hold_expired') : error
        })
    const firm = { status: 'confirmed' as const, holdExpiresAt: null, closedAt: null }
    await tx.update(bookings).set(firm).where(eq(bookings.id, bookingId))
    await note({ ...app, db: tx }, { operatorId, actorId: 'worker', action: 'booking.confirm', subject: bookingId })
  })
