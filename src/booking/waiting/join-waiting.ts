import { and, eq, inArray } from 'drizzle-orm'
import { Refusal } from '../../kernel/refusal'
import type { App } from '../../platform/app'
import { inTransaction } from '../../platform/database'
import { newId } from '../../platform/id'
import { seatPools } from '../schema/bookings'
import { waiting } from '../schema/waiting'

export type WaitingRow = typeof waiting.$inferSelect

export interface JoinWaiting {
  readonly personId: string
  readonly offeringId: string
  readonly poolId: string
  readonly quantity: number
}

/**
 * Puts somebody at the end of the line for places that are sold out.
 * @throws Refusal `not_found`, `booking_closed`, `places_are_free`, `already_waiting`.
 */
export const joinWaiting = (app: App, { personId, offeringId, poolId, quantity }: JoinWaiting): Promise<WaitingRow> =>
  inTransaction(app.db, async (tx) => {
    const own = and(eq(seatPools.id, poolId), eq(seatPools.offeringId, offeringId))
    const [pool] = await tx.select().from(seatPools).where(own).for('share')
    if (!pool) throw new Refusal('not_found')
    if (app.now() >= pool.closesAt || pool.calledOffAt) throw new Refusal('booking_closed')
    if (pool.seats - pool.sold >= quantity) throw new Refusal('places_are_free')
    const row = { id: newId('wai'), operatorId: pool.operatorId, personId, offeringId, poolId, quantity }
    const [joined] = await tx
      .insert(waiting)
      .values({ ...row, status: 'waiting', joinedAt: app.now() })
      .onConflictDoNothing()
      .returning()
    if (!joined) throw new Refusal('already_waiting')
    return joined
  })

/** The lines somebody stands in, and the places kept for them. */
export const ownWaiting = (app: App, personId: string): Promise<WaitingRow[]> =>
  app.db
    .select()
    .from(waiting)
    .where(and(eq(waiting.personId, personId), inArray(waiting.status, ['waiting', 'offered'])))
    .orderBy(waiting.joinedAt)
