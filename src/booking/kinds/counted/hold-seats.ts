import { eq, sql } from 'drizzle-orm'
import { Refusal } from '../../../kernel/refusal'
import type { App } from '../../../platform/app'
import { inTransaction } from '../../../platform/database'
import { rethrowRefused } from '../../../platform/refused'
import { type BookingRow, writeHold } from '../../bookings'
import { seatPools } from '../../schema/bookings'

export interface HoldSeats {
  readonly operatorIds: readonly string[]
  readonly poolId: string
  readonly personId: string
  /** Persons of the party. */
  readonly seats: number
  /** Of all of them, where more than the seats is paid. */
  readonly priceMinor?: number
}

/**
 * Holds the seats of a whole party, or none.
 * @throws Refusal `not_found`, `booking_closed`, `no_seats`.
 */
export const holdSeats = (app: App, input: HoldSeats): Promise<BookingRow> =>
  inTransaction(app.db, async (tx) => {
    const { operatorIds, poolId, personId, seats } = input
    const [pool] = await tx.select().from(seatPools).where(eq(seatPools.id, poolId))
    if (!pool || !operatorIds.includes(pool.operatorId)) throw new Refusal('not_found')
    await tx
      .execute(sql`select booking.take_seats(${poolId}, ${seats}, ${app.now().toISOString()}::timestamptz)`)
      .catch(rethrowRefused)
    const { operatorId, kind, zone, startsOn, startsAt, endsAt, currency, ladder } = pool
    const priceMinor = input.priceMinor ?? pool.priceMinor * seats
    const what = { operatorId, personId, kind, subjectId: poolId, quantity: seats, zone, startsOn, startsAt, endsAt }
    return writeHold({ ...app, db: tx }, { ...what, priceMinor, currency, nightsMinor: [], ladder })
  })
