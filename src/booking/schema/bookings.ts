import { sql } from 'drizzle-orm'
import { check, date, index, integer, jsonb, pgSchema, primaryKey, text, timestamp, unique } from 'drizzle-orm/pg-core'
import type { Text } from '../../kernel/text'
import type { CancellationLadder } from '../domain/ladder'

export const booking = pgSchema('booking')

export const at = (name: string) => timestamp(name, { withTimezone: true })

export const BOOKING_KINDS = [
  'service_slot',
  'hotel_night',
  'travel_departure',
  'ticket',
  'produce',
  'made_to_order',
] as const
export type BookingKind = (typeof BOOKING_KINDS)[number]

export const BOOKING_STATUSES = ['held', 'confirmed', 'expired', 'cancelled', 'no_show', 'completed'] as const
export type BookingStatus = (typeof BOOKING_STATUSES)[number]

/** Something somebody holds or has: a slot, a stay, seats of a departure or a session. */
export const bookings = booking.table(
  'bookings',
  {
    id: text('id').primaryKey(),
    operatorId: text('operator_id').notNull(),
    personId: text('person_id').notNull(),
    kind: text('kind', { enum: BOOKING_KINDS }).notNull(),
    /** The service, room type or seat pool. */
    subjectId: text('subject_id').notNull(),
    status: text('status', { enum: BOOKING_STATUSES }).notNull(),
    /** Persons, rooms or seats; what is left of them after a part was cancelled. */
    quantity: integer('quantity').notNull(),
    /** Of the destination; its calendar days count for a cancellation. */
    zone: text('zone').notNull(),
    startsOn: date('starts_on').notNull(),
    startsAt: at('starts_at').notNull(),
    endsAt: at('ends_at').notNull(),
    priceMinor: integer('price_minor').notNull(),
    currency: text('currency').notNull(),
    /** Price of each night, for all rooms together; empty for what is no stay. */
    nightsMinor: jsonb('nights_minor').$type<number[]>().notNull().default([]),
    /** As it was shown when the booking was made: later changes of the product do not reach it. */
    ladder: jsonb('ladder').$type<CancellationLadder>().notNull(),
    /** What cancelled parts have cost so far. */
    feeMinor: integer('fee_minor').notNull().default(0),
    refundMinor: integer('refund_minor').notNull().default(0),
    holdExpiresAt: at('hold_expires_at'),
    createdAt: at('created_at').notNull(),
    closedAt: at('closed_at'),
    /** The offering it was bought from and what it was called then. */
    offeringId: text('offering_id'),
    providerId: text('provider_id').notNull().default(''),
    name: jsonb('name').$type<Text>(),
    /** Choices made of what the offering lets choose: milk, sugar, size. */
    options: jsonb('options').$type<string[]>().notNull().default([]),
    /** Shown as a QR code and redeemed once. */
    code: text('code'),
    remindedAt: at('reminded_at'),
    /** The booking it became when it was moved. */
    replacedBy: text('replaced_by'),
    /** What was really weighed, in grams, of goods that are sold by weight. */
    weighedGrams: integer('weighed_grams'),
  },
  (t) => [
    unique('booking_code_once').on(t.code),
    index('bookings_provider').on(t.providerId, t.startsAt),
    check('quantity_is_positive', sql`quantity > 0 or status in ('cancelled', 'expired')`),
    index('bookings_person').on(t.personId, t.startsAt),
    index('bookings_subject').on(t.subjectId, t.startsAt),
    index('bookings_held').on(t.holdExpiresAt).where(sql`status = 'held'`),
  ],
)

/** Places that are counted: seats of a departure, entries, units of a harvest, cups of a pick-up time. */
export const seatPools = booking.table(
  'seat_pools',
  {
    id: text('id').primaryKey(),
    operatorId: text('operator_id').notNull(),
    kind: text('kind', { enum: ['travel_departure', 'ticket', 'produce', 'made_to_order'] }).notNull(),
    zone: text('zone').notNull(),
    startsOn: date('starts_on').notNull(),
    startsAt: at('starts_at').notNull(),
    endsAt: at('ends_at').notNull(),
    /** Nobody may book from here on. */
    closesAt: at('closes_at').notNull(),
    seats: integer('seats').notNull(),
    sold: integer('sold').notNull().default(0),
    /** Below this the departure does not take place. */
    minimum: integer('minimum').notNull().default(0),
    priceMinor: integer('price_minor').notNull(),
    currency: text('currency').notNull(),
    ladder: jsonb('ladder').$type<CancellationLadder>().notNull(),
    offeringId: text('offering_id').notNull().default(''),
    /** Set where a place is so many grams of something and is paid by what it really weighs. */
    unitGrams: integer('unit_grams'),
    /** Of a group buy: the neighbour who gathers and hands out, and where; all or nothing by its minimum. */
    leader: jsonb('leader').$type<Text>(),
    communityId: text('community_id'),
    /** Set when somebody called it off for want of people. */
    calledOffAt: at('called_off_at'),
  },
  (t) => [
    index('seat_pools_offering').on(t.offeringId, t.startsAt),
    check('seats_never_oversold', sql`sold >= 0 and sold <= seats`),
    index('seat_pools_operator').on(t.operatorId, t.startsAt),
  ],
)

export const roomTypes = booking.table('room_types', {
  id: text('id').primaryKey(),
  operatorId: text('operator_id').notNull(),
  propertyId: text('property_id').notNull(),
  /** Guests a room takes. */
  sleeps: integer('sleeps').notNull(),
  zone: text('zone').notNull(),
  /** Wall-clock times of the property. */
  checkIn: text('check_in').notNull(),
  checkOut: text('check_out').notNull(),
  /** How far ahead nights are sold. */
  horizonDays: integer('horizon_days').notNull(),
  currency: text('currency').notNull(),
  ladder: jsonb('ladder').$type<CancellationLadder>().notNull(),
  /** The house among the offerings, and what this room is called in it. */
  offeringId: text('offering_id').notNull().default(''),
  name: jsonb('name').$type<Text>(),
})

/** What is for sale of a room type on one night. Overbooking is a limit of its own beside the count of rooms. */
export const roomNights = booking.table(
  'room_nights',
  {
    roomTypeId: text('room_type_id').notNull(),
    night: date('night').notNull(),
    rooms: integer('rooms').notNull(),
    overbooking: integer('overbooking').notNull().default(0),
    sold: integer('sold').notNull().default(0),
    priceMinor: integer('price_minor').notNull(),
  },
  (t) => [
    primaryKey({ columns: [t.roomTypeId, t.night] }),
    check('nights_never_oversold', sql`sold >= 0 and sold <= rooms + overbooking`),
  ],
)
