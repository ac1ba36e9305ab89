import { eq } from 'drizzle-orm'
import { Refusal } from '../kernel/refusal'
import type { App } from '../platform/app'
import { note } from '../platform/audit'
import { inTransaction } from '../platform/database'
import { isOverlap } from './overlap'
import { takeAgain } from './give-back'
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
      await takeAgain(tx, row).catch((error: unknown) => {
        if (error instanceof Refusal || isOverlap(error)) throw new Refusal('hold_expired')
        throw error
      })
    const firm = { status: 'confirmed' as const, holdExpiresAt: null, closedAt: null }
    await tx.update(bookings).set(firm).where(eq(bookings.id, bookingId))
    await note({ ...app, db: tx }, { operatorId, actorId: 'worker', action: 'booking.confirm', subject: bookingId })
  })
