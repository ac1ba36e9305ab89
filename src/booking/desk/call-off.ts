import { and, asc, eq, gt, inArray, isNull, lt, lte } from 'drizzle-orm'
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
    return endPool({ ...app, db: tx }, pool, actorId)
  })

/** Gives everybody everything back; the pool is locked. */
async function endPool(app: App, pool: typeof seatPools.$inferSelect, actorId: string): Promise<number> {
  const { id: poolId, operatorId } = pool
  const calledOffAt = app.now()
  await app.db.update(seatPools).set({ calledOffAt, sold: 0 }).where(eq(seatPools.id, poolId))
  const over = { status: 'cancelled' as const, closedAt: calledOffAt, holdExpiresAt: null }
  const lost = await app.db
    .update(bookings)
    .set({ ...over, refundMinor: bookings.priceMinor })
    .where(and(eq(bookings.subjectId, poolId), inArray(bookings.status, ['held', 'confirmed'])))
    .returning({ bookingId: bookings.id, priceMinor: bookings.priceMinor })
  await publishAll(app.db, BookingLost, lost)
  const detail = { bookings: lost.length }
  await note(app, { operatorId, actorId, action: 'booking.call-off', subject: poolId, detail })
  return lost.length
}

const BATCH = 100

/**
 * At its deadline a departure or a group buy that too few have joined is off, all of it, and everybody gets their money
 * back; by state, so a late run misses nothing. Returns how many.
 */
export const callOffShort = (app: App): Promise<number> =>
  app.db.transaction(async (tx) => {
    const short = await tx
      .select()
      .from(seatPools)
      .where(
        and(
          lte(seatPools.closesAt, app.now()),
          gt(seatPools.startsAt, app.now()),
          lt(seatPools.sold, seatPools.minimum),
          isNull(seatPools.calledOffAt),
        ),
      )
      .orderBy(asc(seatPools.id))
      .limit(BATCH)
      .for('update', { skipLocked: true })
    for (const pool of short) await endPool({ ...app, db: tx }, pool, 'worker')
    return short.length
  })
