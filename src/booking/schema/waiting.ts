import { sql } from 'drizzle-orm'
import { index, integer, text, uniqueIndex } from 'drizzle-orm/pg-core'
import { at, booking } from './bookings'

/** Somebody who wants places that are sold out, in the order they came; places that come free are offered for a while. */
export const waiting = booking.table(
  'waiting',
  {
    id: text('id').primaryKey(),
    operatorId: text('operator_id').notNull(),
    personId: text('person_id').notNull(),
    offeringId: text('offering_id').notNull(),
    poolId: text('pool_id').notNull(),
    quantity: integer('quantity').notNull(),
    status: text('status', { enum: ['waiting', 'offered', 'taken', 'lapsed'] }).notNull(),
    joinedAt: at('joined_at').notNull(),
    /** The places are kept for this person alone until then. */
    offeredUntil: at('offered_until'),
  },
  (t) => [
    uniqueIndex('waits_once').on(t.poolId, t.personId).where(sql`status in ('waiting', 'offered')`),
    index('waiting_line').on(t.poolId, t.joinedAt).where(sql`status = 'waiting'`),
    index('offers_made').on(t.offeredUntil).where(sql`status = 'offered'`),
  ],
)
