import { and, asc, eq, lte } from 'drizzle-orm'
import type { App } from '../platform/app'
import { KINDS } from './kinds/all'
import { bookings } from './schema/bookings'

const BATCH = 200

/** Gives back what nobody paid for in time; by state, so a worker that wakes late misses nothing. Returns how many. */
export const expireHolds = (app: App): Promise<number> =>
  app.db.transaction(async (tx) => {
    const due = await tx
      .select()
      .from(bookings)
      .where(and(eq(bookings.status, 'held'), lte(bookings.holdExpiresAt, app.now())))
      .orderBy(asc(bookings.id))
      .limit(BATCH)
      .for('update', { skipLocked: true })
    for (const row of due) {
      await KINDS[row.kind].giveBack(tx, row, row.quantity)
      await tx.update(bookings).set({ status: 'expired', closedAt: app.now() }).where(eq(bookings.id, row.id))
    }
    return due.length
  })
