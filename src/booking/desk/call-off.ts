import { and, eq, inArray, isNull } from 'drizzle-orm'
import { Refusal } from '../../kernel/refusal'
import type { App } from '../../platform/app'
import { note } from '../../platform/audit'
import { inTransaction } from '../../platform/database'
import { publishAll } from '../../platform/outbox'
import { BookingLost } from '../events'
import { bookings, seatPools } from '../schema/bookings'
import { offerings } from '../schema/offerings'

/**
 * Calls a departure off that too few have booked: everybody gets all of it back, whatever the ladder says, since it is not
 * they who withdraw. Returns how many bookings.
 * @throws Refusal `not_found`, `already_cancelled`, `departure_goes` where enough have booked.
 */
export const callOff = (
  app: App,
  { providerId, poolId, actorId }: { providerId: string; poolId: string; actorId: string },
): Promise<number> =>
  inTransaction(app.db, async (tx) => {
    const [pool] = await tx.select().from(seatPools).where(eq(seatPools.id, poolId)).for('update')
    const [offering] = pool ? await tx.select().from(offerings).where(eq(offerings.id, pool.offeringId)) : []
    if (!pool || offering?.providerId !== providerId) throw new Refusal('not_found')
    if (pool.calledOffAt) throw new Refusal('already_cancelled')
    if (pool.sold >= pool.minimum) throw new Refusal('departure_goes', { sold: pool.sold, minimum: pool.minimum })
    const calledOffAt = app.now()
    await tx
      .update(seatPools)
      .set({ calledOffAt, sold: 0 })
      .where(and(eq(seatPools.id, poolId), isNull(seatPools.calledOffAt)))
    const lost = await tx
      .update(bookings)
      .set({ status: 'cancelled', closedAt: calledOffAt, holdExpiresAt: null, refundMinor: bookings.priceMinor })
      .where(and(eq(bookings.subjectId, poolId), inArray(bookings.status, ['held', 'confirmed'])))
      .returning({ bookingId: bookings.id, priceMinor: bookings.priceMinor })
    await publishAll(tx, BookingLost, lost)
    const { operatorId } = pool
    const detail = { bookings: lost.length }
    await note({ ...app, db: tx }, { operatorId, actorId, action: 'booking.call-off', subject: poolId, detail })
    return lost.length
  })
