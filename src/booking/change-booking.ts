import { and, eq } from 'drizzle-orm'
import { Refusal } from '../kernel/refusal'
import type { App } from '../platform/app'
import { note } from '../platform/audit'
import { inTransaction } from '../platform/database'
import type { BookingRow } from './bookings'
import { costOfCancelling } from './cancel-booking'
import { KINDS } from './kinds/all'
import type { Wish } from './kinds/kind'
import { bookings } from './schema/bookings'
import { healthConsents, offerings, partyMembers } from './schema/offerings'

export interface ChangeBooking {
  readonly bookingId: string
  readonly personId: string
  /** The new time, nights or departure; the offering and the number stay. */
  readonly to: Pick<Wish, 'subjectId' | 'startsAt' | 'from' | 'to'>
}

export interface Changed {
  readonly row: BookingRow
  /** What the new time costs less. */
  readonly refundMinor: number
}

/**
 * Moves a booking to another time: a new quote, and the difference comes back. As long as cancelling is free; what costs
 * more is booked anew and this one cancelled. The old places are given back first, so that a slot may move by half its
 * length; all of it in one transaction, or nothing.
 * @throws Refusal `not_found`, `booking_not_firm`, `change_too_late`, `change_costs_more` and those of its kind.
 */
export const changeBooking = (app: App, { bookingId, personId, to }: ChangeBooking): Promise<Changed> =>
  inTransaction(app.db, async (tx) => {
    const within = { ...app, db: tx }
    const own = and(eq(bookings.id, bookingId), eq(bookings.personId, personId))
    const [old] = await tx.select().from(bookings).where(own).for('update')
    if (!old) throw new Refusal('not_found')
    if (old.status !== 'confirmed') throw new Refusal('booking_not_firm')
    const isLate = app.now() >= old.startsAt || costOfCancelling(old, old.quantity, app.now()).feeMinor > 0
    if (isLate) throw new Refusal('change_too_late')
    const [offering] = await tx
      .select()
      .from(offerings)
      .where(eq(offerings.id, old.offeringId ?? ''))
    if (!offering) throw new Refusal('not_found')

    const kind = KINDS[old.kind]
    await kind.giveBack(tx, old, old.quantity)
    const wish = { ...to, offeringId: offering.id, quantity: old.quantity, options: old.options }
    const held = await kind.hold(within, { offering, wish, personId })
    const refundMinor = old.priceMinor - held.priceMinor
    if (refundMinor < 0) throw new Refusal('change_costs_more', { minor: -refundMinor })
    const { providerId, name, code, options, ladder } = old
    // a code is one booking's: the old one lets go of it first
    await tx
      .update(bookings)
      .set({ status: 'cancelled', closedAt: app.now(), code: null, replacedBy: held.id })
      .where(own)
    const firm = { status: 'confirmed' as const, holdExpiresAt: null, offeringId: offering.id }
    const [row] = await tx
      .update(bookings)
      .set({ ...firm, providerId, name, code, options, ladder })
      .where(eq(bookings.id, held.id))
      .returning()
    if (!row) throw new Refusal('not_found')
    const moved = { bookingId: held.id }
    await tx.update(partyMembers).set(moved).where(eq(partyMembers.bookingId, bookingId))
    await tx.update(healthConsents).set(moved).where(eq(healthConsents.bookingId, bookingId))
    const detail = { from: bookingId, refundMinor }
    const { operatorId } = row
    await note(within, { operatorId, actorId: personId, action: 'booking.change', subject: row.id, detail })
    return { row, refundMinor }
  })
