import { boolean, index, integer, jsonb, primaryKey, text } from 'drizzle-orm/pg-core'
import type { Text } from '../../kernel/text'
import type { CancellationLadder } from '../domain/ladder'
import { at, BOOKING_KINDS, booking } from './bookings'

/** What a neighbourhood lives by: 食住行游购育. */
export const SECTIONS = ['eat', 'live', 'move', 'tour', 'shop', 'learn'] as const
export type Section = (typeof SECTIONS)[number]

/** Who keeps the calendar: a clinic, a house, a tour office, a farm, a bar. */
export const providers = booking.table(
  'providers',
  {
    id: text('id').primaryKey(),
    operatorId: text('operator_id').notNull(),
    name: jsonb('name').$type<Text>().notNull(),
    address: jsonb('address').$type<Text>().notNull(),
    zone: text('zone').notNull(),
  },
  (t) => [index('providers_operator').on(t.operatorId)],
)

/** Something that may be chosen with it for more money: oat milk, a large cup. */
export interface Option {
  readonly id: string
  readonly name: Text
  readonly addMinor: number
}

/** What is shown in the shop: one line of a section, of one kind. Its id is also the service's, where it is a service. */
export const offerings = booking.table(
  'offerings',
  {
    id: text('id').primaryKey(),
    operatorId: text('operator_id').notNull(),
    providerId: text('provider_id').notNull(),
    section: text('section', { enum: SECTIONS }).notNull(),
    kind: text('kind', { enum: BOOKING_KINDS }).notNull(),
    name: jsonb('name').$type<Text>().notNull(),
    about: jsonb('about').$type<Text>().notNull(),
    art: text('art').notNull().default(''),
    zone: text('zone').notNull(),
    currency: text('currency').notNull(),
    /** The lowest price, as a first impression. */
    fromMinor: integer('from_minor').notNull(),
    taxBps: integer('tax_bps').notNull(),
    /** As it is for the next booking. */
    ladder: jsonb('ladder').$type<CancellationLadder>().notNull(),
    /** Touches somebody's health: asked for a consent of its own. */
    isHealth: boolean('is_health').notNull().default(false),
    options: jsonb('options').$type<Option[]>().notNull().default([]),
    position: integer('position').notNull().default(0),
  },
  (t) => [index('offerings_section').on(t.section, t.position)],
)

/** Who travels: name and date of birth. Personal: of its own table, never in events, orders or logs. */
export const partyMembers = booking.table(
  'party_members',
  {
    bookingId: text('booking_id').notNull(),
    position: integer('position').notNull(),
    /** Sealed with the person's id, so that a moved booking takes it along. */
    sealed: text('sealed').notNull(),
  },
  (t) => [primaryKey({ columns: [t.bookingId, t.position] })],
)

/** The consent given for one health booking, and what the person told the provider. Sensitive: shown to the provider alone. */
export const healthConsents = booking.table('health_consents', {
  bookingId: text('booking_id').primaryKey(),
  personId: text('person_id').notNull(),
  givenAt: at('given_at').notNull(),
  /** Sealed with the person's id, so that a moved booking takes it along. */
  sealedNote: text('sealed_note').notNull(),
})
