import { sql } from 'drizzle-orm'
import type { App } from '../platform/app'
import { inTransaction } from '../platform/database'
import { publish } from '../platform/outbox'
import { BookingsDropped } from './events'
import type { Funds } from './money'

/** How many abandoned checkouts one transaction ends. */
const BATCH = 100

/** Ends checkouts that were not paid in time and gives their portions and their payers' money back. By state, so a late run misses nothing. */
export const expireHolds = (app: App, release: Funds['release']): Promise<number> =>
  inTransaction(app.db, async (tx) => {
    const at = sql`${app.now().toISOString()}::timestamptz`
    const { rows } = await tx.execute<{ id: string; bookings: string[] | null }>(sql`
    with due as (
      select id from ordering.orders
      where status = 'awaiting_payment' and hold_expires_at <= ${app.now().toISOString()}::timestamptz
      order by id limit ${BATCH} for update skip locked
    ), ended as (
      update ordering.orders o set status = 'expired', closed_at = ${app.now().toISOString()}::timestamptz, hold_expires_at = null
      from due where o.id = due.id returning o.id
    ), voided as (
      update ordering.fulfilment_groups g set status = 'cancelled', updated_at = ${app.now().toISOString()}::timestamptz
      from ended where g.order_id = ended.id
    )
    select id, ordering.release_holds(id, null), (select jsonb_agg(b) from ordering.drop_booked(array[id], ${at}) b) as bookings
    from ended order by id`)
    const bookingIds = rows.flatMap(({ bookings }) => bookings ?? [])
    if (bookingIds.length > 0) await publish(tx, BookingsDropped, { bookingIds })
    await release(
      { ...app, db: tx },
      rows.map(({ id }) => id),
    )
    return rows.length
  })
