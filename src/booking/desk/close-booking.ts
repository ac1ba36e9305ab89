import { and, eq, lte } from 'drizzle-orm'
import { Refusal } from '../../kernel/refusal'
import type { App } from '../../platform/app'
import { note } from '../../platform/audit'
import { inTransaction } from '../../platform/database'
import { publish } from '../../platform/outbox'
import type { BookingRow } from '../bookings'
import { BookingOver } from '../events'
import { bookings } from '../schema/bookings'

interface AtDesk {
  readonly providerId: string
  readonly actorId: string
}

/**
 * Redeems a voucher at its own provider: one conditional update, so of two scanners at once one finds it used.
 * @throws Refusal `not_found`, `voucher_used`, `booking_not_firm`.
 */
export const redeemVoucher = (
  app: App,
  { providerId, actorId, code }: AtDesk & { code: string },
): Promise<BookingRow> =>
  inTransaction(app.db, async (tx) => {
    const own = and(eq(bookings.code, code), eq(bookings.providerId, providerId))
    const [done] = await tx
      .update(bookings)
      .set({ status: 'completed', closedAt: app.now() })
      .where(and(own, eq(bookings.status, 'confirmed')))
      .returning()
    if (done) return over({ ...app, db: tx }, done, actorId, 'completed')
    const [row] = await tx.select({ status: bookings.status }).from(bookings).where(own)
    if (!row) throw new Refusal('not_found')
    throw new Refusal(row.status === 'completed' ? 'voucher_used' : 'booking_not_firm')
  })

/**
 * Nobody came: the price stays with the provider, as the ladder's last step would not give it back after the start.
 * @throws Refusal `not_found`, `booking_not_firm` before it began too.
 */
export const noteNoShow = (
  app: App,
  { providerId, actorId, bookingId }: AtDesk & { bookingId: string },
): Promise<BookingRow> =>
  inTransaction(app.db, async (tx) => {
    const own = and(eq(bookings.id, bookingId), eq(bookings.providerId, providerId))
    const begun = and(eq(bookings.status, 'confirmed'), lte(bookings.startsAt, app.now()))
    const [done] = await tx
      .update(bookings)
      .set({ status: 'no_show', closedAt: app.now() })
      .where(and(own, begun))
      .returning()
    if (done) return over({ ...app, db: tx }, done, actorId, 'no_show')
    const [row] = await tx.select({ id: bookings.id }).from(bookings).where(own)
    throw new Refusal(row ? 'booking_not_firm' : 'not_found')
  })

async function over(app: App, row: BookingRow, actorId: string, outcome: 'completed' | 'no_show'): Promise<BookingRow> {
  await publish(app.db, BookingOver, { bookingId: row.id, outcome })
  await note(app, { operatorId: row.operatorId, actorId, action: `booking.${outcome}`, subject: row.id })
  return row
}
