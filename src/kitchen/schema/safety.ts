import { sql } from 'drizzle-orm'
import { check, date, index, integer, jsonb, text, unique, uniqueIndex } from 'drizzle-orm/pg-core'
import type { Text } from '../../kernel/text'
import { MEAL_PERIODS } from '../../kernel/time'
import type { CheckAnswer, Checklists, CoolingStep, SafetyRules } from '../domain/safety/rules'
import { at, kitchen } from './kitchen'

/** What a jurisdiction asks for, as data: each rule with its source and whether anybody has compared it with that source. */
export const safetyProfiles = kitchen.table('safety_profiles', {
  id: text('id').primaryKey(),
  name: jsonb('name').$type<Text>().notNull(),
  rules: jsonb('rules').$type<SafetyRules>().notNull(),
  checklists: jsonb('checklists').$type<Checklists>().notNull(),
  /** How food is cooled; null where the copy is older than the steps: those we deliver hold then. */
  cooling: jsonb('cooling').$type<readonly CoolingStep[]>(),
})

/** Which profile a kitchen follows, and what it asks of itself beyond. */
export const safetyPolicies = kitchen.table(
  'safety_policies',
  {
    siteId: text('site_id').primaryKey(),
    operatorId: text('operator_id').notNull(),
    profileId: text('profile_id').notNull(),
    /** Grams kept of every dish; null for the profile's. */
    sampleGrams: integer('sample_grams'),
    /** Where a batch goes from the heat when nobody says otherwise. */
    holding: text('holding', { enum: ['hot', 'chilled', 'ambient'] }).notNull(),
  },
  () => [check('policy_sample_grams', sql`sample_grams > 0`)],
)

/** Where a batch was kept from when on, and what else befell it; only ever added to. */
export const holdings = kitchen.table(
  'holdings',
  {
    id: text('id').primaryKey(),
    operatorId: text('operator_id').notNull(),
    siteId: text('site_id').notNull(),
    batchId: text('batch_id').notNull(),
    mode: text('mode', { enum: ['hot', 'chilled', 'ambient', 'reheated', 'discarded'] }).notNull(),
    /** Core, in tenths of a degree Celsius: of what was reheated. */
    tenths: integer('tenths'),
    at: at('at').notNull(),
    actorId: text('actor_id').notNull(),
  },
  (t) => [index('holdings_batch').on(t.batchId, t.at)],
)

/** Temperatures read by hand or sent by a sensor; only ever added to. */
export const readings = kitchen.table(
  'readings',
  {
    id: text('id').primaryKey(),
    operatorId: text('operator_id').notNull(),
    siteId: text('site_id').notNull(),
    /** The food that was measured; null for a place. */
    batchId: text('batch_id'),
    place: text('place', {
      enum: ['food', 'cold_store', 'freezer', 'hot_cabinet', 'sample_fridge', 'vehicle'],
    }).notNull(),
    /** Tenths of a degree Celsius. */
    tenths: integer('tenths').notNull(),
    verdict: text('verdict', { enum: ['within', 'outside'] }).notNull(),
    source: text('source', { enum: ['hand', 'sensor'] }).notNull(),
    at: at('at').notNull(),
    actorId: text('actor_id').notNull(),
  },
  (t) => [index('readings_site').on(t.siteId, t.at), index('readings_batch').on(t.batchId)],
)

/** What is kept of a dish of a meal, in case somebody falls ill. */
export const retainedSamples = kitchen.table(
  'retained_samples',
  {
    id: text('id').primaryKey(),
    operatorId: text('operator_id').notNull(),
    siteId: text('site_id').notNull(),
    menuDayId: text('menu_day_id').notNull(),
    serviceDate: date('service_date').notNull(),
    period: text('period', { enum: MEAL_PERIODS }).notNull(),
    dishId: text('dish_id').notNull(),
    name: jsonb('name').$type<Text>().notNull(),
    grams: integer('grams').notNull(),
    /** Shelf or fridge, as written on it. */
    place: text('place').notNull(),
    takenAt: at('taken_at').notNull(),
    takenBy: text('taken_by').notNull(),
    keepUntil: at('keep_until').notNull(),
    disposedAt: at('disposed_at'),
    disposedBy: text('disposed_by'),
  },
  (t) => [
    check('sample_is_kept', sql`disposed_at is null or disposed_at >= keep_until`),
    unique('sample_once').on(t.siteId, t.menuDayId, t.dishId),
    index('samples_site').on(t.siteId, t.serviceDate),
  ],
)

/** A signed self-check; written once and never changed. */
export const selfChecks = kitchen.table(
  'self_checks',
  {
    id: text('id').primaryKey(),
    operatorId: text('operator_id').notNull(),
    siteId: text('site_id').notNull(),
    rhythm: text('rhythm', { enum: ['daily', 'weekly', 'monthly'] }).notNull(),
    /** The day, the Monday of the week or the first of the month it is for. */
    dueOn: date('due_on').notNull(),
    answers: jsonb('answers').$type<readonly CheckAnswer[]>().notNull(),
    signedAt: at('signed_at').notNull(),
    signedBy: text('signed_by').notNull(),
    signature: text('signature').notNull(),
  },
  (t) => [unique('self_check_once').on(t.siteId, t.rhythm, t.dueOn)],
)

/** What was done about a reading that was not as it should be; written once and never changed. */
export const corrections = kitchen.table('corrections', {
  readingId: text('reading_id').primaryKey(),
  operatorId: text('operator_id').notNull(),
  siteId: text('site_id').notNull(),
  action: text('action').notNull(),
  at: at('at').notNull(),
  actorId: text('actor_id').notNull(),
})

/** A thermometer that reports by itself, and where it hangs. */
export const sensors = kitchen.table(
  'sensors',
  {
    id: text('id').primaryKey(),
    operatorId: text('operator_id').notNull(),
    siteId: text('site_id').notNull(),
    place: text('place', { enum: ['cold_store', 'freezer', 'hot_cabinet', 'sample_fridge', 'vehicle'] }).notNull(),
    name: text('name').notNull(),
    /** Who is asked for its readings: `push` sends them itself, with a key whose hash this is. */
    source: text('source', { enum: ['push', 'local'] }).notNull(),
    keyHash: text('key_hash'),
    /** Up to when its readings are in the log. */
    heardAt: at('heard_at'),
    removedAt: at('removed_at'),
  },
  (t) => [index('sensors_site').on(t.siteId), uniqueIndex('sensor_key').on(t.keyHash)],
)
