import { and, eq } from 'drizzle-orm'
import { Refusal } from '../kernel/refusal'
import type { App } from '../platform/app'
import { note } from '../platform/audit'
import { inTransaction } from '../platform/database'
import type { BookingRow } from './bookings'
import { calendarDaysBefore, cancellationFee } from './domain/ladder'
import { KINDS } from './kinds/all'
import { bookings } from './schema/bookings'

export interface CancelBooking {
  readonly bookingId: string
  readonly personId: string
  /** How many persons, rooms or seats; all that are left without it. */
  readonly quantity?: number
}

export interface Cancelled {
  readonly feeMinor: number
  readonly refundMinor: number
}

export interface CancelledPart extends Cancelled {
  /** Persons, rooms or seats that stay. */
  readonly left: number
}

/** What cancelling would cost now; shown before it is done. Only what was paid comes back. */
export function costOfCancelling(row: BookingRow, quantity: number, now: Date): Cancelled {
  const part = (minor: number) => Math.round((minor * quantity) / row.quantity)
  const priceMinor = part(row.priceMinor)
  if (row.status !== 'confirmed') return { feeMinor: 0, refundMinor: 0 }
  const days = calendarDaysBefore(row.startsOn, row.zone, now)
  const nightsMinor = row.nightsMinor.map(part)
  const feeMinor = cancellationFee(row.ladder, days, { priceMinor, nightsMinor, incurredMinor: 0 })
  return { feeMinor, refundMinor: priceMinor - feeMinor }
}

/**
 * Cancels a booking or a part of its party by the ladder that was shown when it was made; the rest stays. The row is
 * locked first, so of two cancellations at once one finds less left.
 * @throws Refusal `not_found`, `already_cancelled`, `in_the_past`, `more_than_booked`.
 */
export const cancelBooking = (app: App, { bookingId, personId, ...wish }: CancelBooking): Promise<CancelledPart> =>
  inTransaction(app.db, async (tx) => {
    const own = and(eq(bookings.id, bookingId), eq(bookings.personId, personId))
    const [row] = await tx.select().from(bookings).where(own).for('update')
    if (!row) throw new Refusal('not_found')
    if (row.status !== 'held' && row.status !== 'confirmed') throw new Refusal('already_cancelled')
    if (app.now() >= row.startsAt) throw new Refusal('in_the_past', { date: row.startsOn })
    const quantity = wish.quantity ?? row.quantity
    if (quantity > row.quantity) throw new Refusal('more_than_booked', { most: row.quantity })

    const cost = costOfCancelling(row, quantity, app.now())
    await KINDS[row.kind].giveBack(tx, row, quantity)
    const kept = (minor: number) => minor - Math.round((minor * quantity) / row.quantity)
    const isOver = quantity === row.quantity
    await tx
      .update(bookings)
      .set({
        quantity: row.quantity - quantity,
        priceMinor: kept(row.priceMinor),
        nightsMinor: row.nightsMinor.map(kept),
        feeMinor: row.feeMinor + cost.feeMinor,
        refundMinor: row.refundMinor + cost.refundMinor,
        ...(isOver ? { status: 'cancelled' as const, closedAt: app.now(), holdExpiresAt: null } : {}),
      })
      .where(own)
    const { operatorId } = row
    const detail = { quantity, ...cost }
    await note(
      { ...app, db: tx },
      { operatorId, actorId: personId, action: 'booking.cancel', subject: bookingId, detail },
    )
    return { ...cost, left: row.quantity - quantity }
  })
