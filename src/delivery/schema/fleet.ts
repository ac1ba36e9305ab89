import { boolean, index, integer, jsonb, text } from 'drizzle-orm/pg-core'
import type { Text } from '../../kernel/text'
import { delivery } from './delivery'

/** What a kitchen drives with. Shifts are wall-clock times of the kitchen; one that ends before it begins ends the next day. */
export const vehicles = delivery.table(
  'vehicles',
  {
    id: text('id').primaryKey(),
    operatorId: text('operator_id').notNull(),
    siteId: text('site_id').notNull(),
    name: jsonb('name').$type<Text>().notNull(),
    boxes: integer('boxes').notNull(),
    /** What the boxes may fill, and how many of them may be hot or chilled. */
    litres: integer('litres').notNull(),
    hotBoxes: integer('hot_boxes').notNull(),
    chilledBoxes: integer('chilled_boxes').notNull(),
    skills: jsonb('skills').$type<string[]>().notNull(),
    /** Average between two stops, traffic lights included. */
    metresPerSecond: integer('metres_per_second').notNull(),
    shiftFrom: text('shift_from').notNull(),
    shiftTo: text('shift_to').notNull(),
    /** Trips in one wave, and how long it takes to load again between two. */
    trips: integer('trips').notNull(),
    reloadSeconds: integer('reload_seconds').notNull(),
    perKmMinor: integer('per_km_minor').notNull(),
    perHourMinor: integer('per_hour_minor').notNull(),
    perUseMinor: integer('per_use_minor').notNull(),
    active: boolean('active').notNull().default(true),
  },
  (t) => [index('vehicles_site').on(t.siteId)],
)

/** Who drives. Names are of `people`; a courier without a row may drive whatever asks for no skill. */
export const couriers = delivery.table(
  'couriers',
  {
    personId: text('person_id').primaryKey(),
    operatorId: text('operator_id').notNull(),
    skills: jsonb('skills').$type<string[]>().notNull(),
    shiftFrom: text('shift_from').notNull(),
    shiftTo: text('shift_to').notNull(),
    active: boolean('active').notNull().default(true),
  },
  (t) => [index('couriers_operator').on(t.operatorId)],
)

/** When the doors of some kinds of places are open within a meal: a school takes its boxes before the bell. */
export const windows = delivery.table(
  'windows',
  {
    id: text('id').primaryKey(),
    operatorId: text('operator_id').notNull(),
    siteId: text('site_id').notNull(),
    period: text('period').notNull(),
    /** Kinds of communities it holds for; what no window names is open all through the meal. */
    siteTypes: jsonb('site_types').$type<string[]>().notNull(),
    from: text('from').notNull(),
    to: text('to').notNull(),
  },
  (t) => [index('windows_site').on(t.siteId, t.period)],
)
