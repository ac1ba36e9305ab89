import { sql } from 'drizzle-orm'
import {
  bigint,
  boolean,
  index,
  integer,
  json,
  jsonb,
  pgSchema,
  primaryKey,
  text,
  timestamp,
} from 'drizzle-orm/pg-core'

export const platform = pgSchema('platform')

const at = (name: string) => timestamp(name, { withTimezone: true })

/** Facts waiting for the relay. Written in the transaction that made them true. */
export const outbox = platform.table(
  'outbox',
  {
    id: text('id').primaryKey(),
    /** Near the order of writing; commits may overtake each other, so nobody pages by it. */
    seq: bigint('seq', { mode: 'number' }).generatedAlwaysAsIdentity(),
    event: text('event').notNull(),
    payload: jsonb('payload').notNull(),
    createdAt: at('created_at').notNull().defaultNow(),
    sentAt: at('sent_at'),
    /** How often the sweeper had to send it again. */
    resends: integer('resends').notNull().default(0),
    /** True once every consumer's inbox row was seen, so the sweeper need not look again. */
    settled: boolean('settled').notNull().default(false),
  },
  (t) => [
    index('outbox_unsent').on(t.seq).where(sql`sent_at is null`),
    index('outbox_unsettled').on(t.sentAt).where(sql`sent_at is not null and not settled`),
  ],
)

/** What each consumer has done: the row and the effect are one transaction. */
export const inbox = platform.table(
  'inbox',
  {
    consumer: text('consumer').notNull(),
    eventId: text('event_id').notNull(),
    at: at('at').notNull().defaultNow(),
    /** Set when the business refused: final, shown to the operator, never retried. */
    refusal: text('refusal'),
  },
  (t) => [primaryKey({ columns: [t.consumer, t.eventId] })],
)

/** One answer per (who, route, key); a repeated request is given the same answer. */
export const idempotency = platform.table(
  'idempotency',
  {
    scope: text('scope').notNull(),
    route: text('route').notNull(),
    key: text('key').notNull(),
    bodyHash: text('body_hash').notNull(),
    status: integer('status'),
    /** As text, so that a repetition is answered byte for byte. */
    response: json('response'),
    createdAt: at('created_at').notNull().defaultNow(),
  },
  (t) => [primaryKey({ columns: [t.scope, t.route, t.key] }), index('idempotency_age').on(t.createdAt)],
)

/** One row a topic of the live streams; its lock makes versions follow commit order. */
export const streamTopics = platform.table('stream_topics', {
  topic: text('topic').primaryKey(),
  version: bigint('version', { mode: 'number' }).notNull().default(0),
})

/** What was told on a topic: a client that reconnects is sent what it missed, once. */
export const streamEvents = platform.table(
  'stream_events',
  {
    topic: text('topic').notNull(),
    version: bigint('version', { mode: 'number' }).notNull(),
    event: text('event').notNull(),
    data: jsonb('data').notNull(),
    at: at('at').notNull().defaultNow(),
  },
  (t) => [primaryKey({ columns: [t.topic, t.version] }), index('stream_events_age').on(t.at)],
)

/** Who did what to money, stock, capacity or food. */
export const audit = platform.table(
  'audit',
  {
    id: text('id').primaryKey(),
    at: at('at').notNull(),
    operatorId: text('operator_id'),
    actorId: text('actor_id').notNull(),
    action: text('action').notNull(),
    subject: text('subject').notNull(),
    detail: jsonb('detail').notNull(),
  },
  (t) => [index('audit_subject').on(t.subject, t.at), index('audit_operator').on(t.operatorId, t.at)],
)

/** The demo's simulated time: one row, the distance from the real clock. */
export const serviceClock = platform.table('service_clock', {
  id: integer('id').primaryKey(),
  offsetMs: bigint('offset_ms', { mode: 'number' }).notNull(),
})

/** How often something happened since the installation, such as a road service that gave no answer. */
export const tallies = platform.table('tallies', {
  name: text('name').primaryKey(),
  times: bigint('times', { mode: 'number' }).notNull(),
})
