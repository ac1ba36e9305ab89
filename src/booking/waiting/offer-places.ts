import { and, asc, eq, gt, isNull, lte, sql } from 'drizzle-orm'
import type { App } from '../../platform/app'
import type { Tx } from '../../platform/database'
import { seatPools } from '../schema/bookings'
import { waiting } from '../schema/waiting'
import type { WaitingRow } from './join-waiting'

/** How long free places are kept for whoever is next. */
const WINDOW_MS = 2 * 3_600_000
const BATCH = 200

const take = (tx: Tx, { poolId }: Pick<WaitingRow, 'poolId'>, seats: number) =>
  tx.execute(sql`select booking.take_seats(${poolId}, ${seats}, '-infinity'::timestamptz)`)

/**
 * Ends offers nobody took in time and offers free places to whoever is next, whole parties only: who needs fewer may pass
 * who needs more than there are. By state, so a late run misses nothing. Returns how many were offered places.
 */
export const offerPlaces = (app: App): Promise<number> =>
  app.db.transaction(async (tx) => {
    const now = app.now()
    const lapsed = await tx
      .update(waiting)
      .set({ status: 'lapsed' })
      .where(and(eq(waiting.status, 'offered'), lte(waiting.offeredUntil, now)))
      .returning()
    for (const offer of lapsed) await take(tx, offer, -offer.quantity)

    const next = await tx
      .select({ row: waiting, closesAt: seatPools.closesAt })
      .from(waiting)
      .innerJoin(seatPools, eq(seatPools.id, waiting.poolId))
      .where(
        and(
          eq(waiting.status, 'waiting'),
          gt(seatPools.closesAt, now),
          isNull(seatPools.calledOffAt),
          sql`${seatPools.seats} - ${seatPools.sold} >= ${waiting.quantity}`,
        ),
      )
      .orderBy(asc(waiting.poolId), asc(waiting.joinedAt))
      .limit(BATCH)
      .for('update', { skipLocked: true })
    let offered = 0
    for (const { row, closesAt } of next) {
      const [pool] = await tx.select().from(seatPools).where(eq(seatPools.id, row.poolId)).for('update')
      if (!pool || pool.seats - pool.sold < row.quantity) continue
      await take(tx, row, row.quantity)
      const offeredUntil = new Date(Math.min(now.getTime() + WINDOW_MS, closesAt.getTime()))
      await tx.update(waiting).set({ status: 'offered', offeredUntil }).where(eq(waiting.id, row.id))
      offered++
    }
    return offered
  })

/**
 * Puts the places kept for somebody back on sale, in the transaction in which they take them: the pool is locked by that,
 * so nobody else is quicker. Returns how many.
 */
export async function useOffer(app: App, personId: string, poolId: string): Promise<number> {
  const own = and(eq(waiting.personId, personId), eq(waiting.poolId, poolId), eq(waiting.status, 'offered'))
  const [offer] = await app.db
    .update(waiting)
    .set({ status: 'taken' })
    .where(and(own, gt(waiting.offeredUntil, app.now())))
    .returning()
  if (!offer) return 0
  await take(app.db, offer, -offer.quantity)
  return offer.quantity
}

/** How many places of a pool are kept for somebody now. */
export async function keptFor(app: App, personId: string, poolId: string): Promise<number> {
  if (personId === '') return 0
  const own = and(eq(waiting.personId, personId), eq(waiting.poolId, poolId), eq(waiting.status, 'offered'))
  const [offer] = await app.db
    .select({ quantity: waiting.quantity })
    .from(waiting)
    .where(and(own, gt(waiting.offeredUntil, app.now())))
  return offer?.quantity ?? 0
}
