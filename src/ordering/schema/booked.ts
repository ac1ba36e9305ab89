import { sql } from 'drizzle-orm'
import { check, index, integer, jsonb, text } from 'drizzle-orm/pg-core'
import { GROUP_STATUSES } from '../../kernel/order-status'
import type { Text } from '../../kernel/text'
import { at, ordering } from './ordering'

/**
 * A fulfilment group of an order that no kitchen cooks: a slot, a stay, seats, a harvest. Who keeps the calendar knows it by
 * `booking_id`; price, tax and name are frozen here. Nothing that is personal or of somebody's health is here.
 */
export const bookedGroups = ordering.table(
  'booked_groups',
  {
    id: text('id').primaryKey(),
    orderId: text('order_id').notNull(),
    operatorId: text('operator_id').notNull(),
    bookingId: text('booking_id').notNull(),
    offeringId: text('offering_id').notNull(),
    kind: text('kind').notNull(),
    name: jsonb('name').$type<Text>().notNull(),
    quantity: integer('quantity').notNull(),
    zone: text('zone').notNull(),
    startsAt: at('starts_at').notNull(),
    endsAt: at('ends_at').notNull(),
    priceMinor: integer('price_minor').notNull(),
    taxBps: integer('tax_bps').notNull(),
    refundedMinor: integer('refunded_minor').notNull().default(0),
    status: text('status', { enum: GROUP_STATUSES }).notNull(),
    updatedAt: at('updated_at').notNull(),
    /** Set when Medusa knows that it took place. */
    fulfilmentRecordedAt: at('fulfilment_recorded_at'),
  },
  (t) => [
    check('booked_refunded_at_most', sql`refunded_minor between 0 and price_minor`),
    index('booked_order').on(t.orderId),
    index('booked_booking').on(t.bookingId),
    index('booked_unrecorded').on(t.updatedAt).where(sql`status = 'delivered' and fulfilment_recorded_at is null`),
  ],
)
