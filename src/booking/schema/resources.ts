import { boolean, customType, index, integer, jsonb, primaryKey, text } from 'drizzle-orm/pg-core'
import type { Text } from '../../kernel/text'
import type { CancellationLadder } from '../domain/ladder'
import { booking } from './bookings'

const bytes = customType<{ data: Buffer }>({ dataType: () => 'bytea' })

/** A half-open span of time, `[from, to)`, as Postgres writes it. */
const timeRange = customType<{ data: string }>({ dataType: () => 'tstzrange' })

/** Staff, rooms and equipment: whatever can be at one thing only at a time. */
export const resources = booking.table(
  'resources',
  {
    id: text('id').primaryKey(),
    operatorId: text('operator_id').notNull(),
    kind: text('kind', { enum: ['staff', 'room', 'equipment'] }).notNull(),
    name: jsonb('name').$type<Text>().notNull(),
    /** On whose calendar it stands. */
    providerId: text('provider_id').notNull().default(''),
  },
  (t) => [index('resources_operator').on(t.operatorId), index('resources_provider').on(t.providerId)],
)

/** Opening on a weekday (1 = Monday … 7 = Sunday), wall-clock times. */
export interface OpeningHours {
  readonly weekday: number
  readonly from: string
  readonly to: string
}

/** A service with a length, such as a massage or a nurse's visit, and what it needs all at once. */
export const services = booking.table(
  'services',
  {
    id: text('id').primaryKey(),
    operatorId: text('operator_id').notNull(),
    name: jsonb('name').$type<Text>().notNull(),
    zone: text('zone').notNull(),
    minutes: integer('minutes').notNull(),
    bufferMinutes: integer('buffer_minutes').notNull(),
    stepMinutes: integer('step_minutes').notNull(),
    opening: jsonb('opening').$type<OpeningHours[]>().notNull(),
    /** One list a need: any one of its resources will do. */
    needs: jsonb('needs').$type<string[][]>().notNull(),
    horizonDays: integer('horizon_days').notNull(),
    priceMinor: integer('price_minor').notNull(),
    currency: text('currency').notNull(),
    ladder: jsonb('ladder').$type<CancellationLadder>().notNull(),
  },
  (t) => [index('services_operator').on(t.operatorId)],
)

/**
 * What a resource is busy with, its buffer included. An exclusion constraint (functions.sql) refuses two that overlap
 * unless they were released; a block has no booking behind it, only an id of its own.
 */
export const resourceUses = booking.table(
  'resource_uses',
  {
    bookingId: text('booking_id').notNull(),
    resourceId: text('resource_id').notNull(),
    during: timeRange('during').notNull(),
    released: boolean('released').notNull().default(false),
  },
  (t) => [primaryKey({ columns: [t.bookingId, t.resourceId] })],
)

/**
 * What a resource is busy with on a day of UTC, as pairs of minutes since 1970, packed as int4 and clipped to the day: kept
 * beside `resource_uses` by a trigger (busy-days.sql), so that a year of availability is hundreds of rows and not tens of
 * thousands. Days without anything have no row.
 */
export const busyDays = booking.table(
  'busy_days',
  {
    resourceId: text('resource_id').notNull(),
    /** Days since 1970-01-01. */
    day: integer('day').notNull(),
    spans: bytes('spans').notNull(),
  },
  (t) => [primaryKey({ columns: [t.resourceId, t.day] })],
)
