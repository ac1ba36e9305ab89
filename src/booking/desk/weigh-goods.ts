import { and, eq } from 'drizzle-orm'
import { Refusal } from '../../kernel/refusal'
import type { App } from '../../platform/app'
import { note } from '../../platform/audit'
import { inTransaction } from '../../platform/database'
import { bookings, seatPools } from '../schema/bookings'

export interface WeighGoods {
  readonly providerId: string
  readonly bookingId: string
  /** What was really put in the bag. */
  readonly grams: number
  readonly actorId: string
}

/** More than this over what was ordered is a wrong number. */
const MOST_OVER = 1.5

/**
 * Settles goods sold by weight to what they really weigh: what is missing comes back, what is more is a present, so nobody
 * pays more than they agreed to. Once. Returns what comes back, in minor units.
 * @throws Refusal `not_found`, `booking_not_firm` when weighed before, `weight_impossible`.
 */
export const weighGoods = (app: App, { providerId, bookingId, grams, actorId }: WeighGoods): Promise<number> =>
  inTransaction(app.db, async (tx) => {
    const own = and(eq(bookings.id, bookingId), eq(bookings.providerId, providerId))
    const [row] = await tx.select().from(bookings).where(own).for('update')
    const [pool] = row ? await tx.select().from(seatPools).where(eq(seatPools.id, row.subjectId)) : []
    if (!row || !pool?.unitGrams) throw new Refusal('not_found')
    if (row.status !== 'confirmed' || row.weighedGrams !== null) throw new Refusal('booking_not_firm')
    const ordered = pool.unitGrams * row.quantity
    if (grams <= 0 || grams > ordered * MOST_OVER) throw new Refusal('weight_impossible')
    const priceMinor = Math.min(row.priceMinor, Math.round((row.priceMinor * grams) / ordered))
    const refundMinor = row.priceMinor - priceMinor
    await tx
      .update(bookings)
      .set({ weighedGrams: grams, priceMinor, refundMinor: row.refundMinor + refundMinor })
      .where(own)
    const detail = { grams, ordered, refundMinor }
    const { operatorId } = row
    await note({ ...app, db: tx }, { operatorId, actorId, action: 'booking.weigh', subject: bookingId, detail })
    return refundMinor
  })
