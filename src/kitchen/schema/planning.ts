import { sql } from 'drizzle-orm'
import { check, date, index, integer, jsonb, primaryKey, text } from 'drizzle-orm/pg-core'
import type { Text } from '../../kernel/text'
import { MEAL_PERIODS } from '../../kernel/time'
import { at, kitchen } from './kitchen'

/** A dish with batches that cannot be ready when their run is loaded. */
export interface LateDish {
  readonly dishId: string
  readonly name: Text
  readonly portions: number
  /** Of the latest of them. */
  readonly lateMinutes: number
}

/** What was planned last for a menu day, and what of it does not fit. */
export const plans = kitchen.table(
  'plans',
  {
    menuDayId: text('menu_day_id').primaryKey(),
    operatorId: text('operator_id').notNull(),
    siteId: text('site_id').notNull(),
    serviceDate: date('service_date').notNull(),
    period: text('period', { enum: MEAL_PERIODS }).notNull(),
    /** Nothing is planned any more after the last drop. */
    endsAt: at('ends_at').notNull(),
    lateMinutes: integer('late_minutes').notNull(),
    idleMinutes: integer('idle_minutes').notNull(),
    makespan: integer('makespan').notNull(),
    lowerBound: integer('lower_bound').notNull(),
    /** The station, or `cooks`, that is asked for more than it can do in time. */
    bottleneck: jsonb('bottleneck').$type<{ station: string; overloadMinutes: number }>(),
    late: jsonb('late').$type<readonly LateDish[]>().notNull(),
    /** Dishes no plan can make. */
    impossible: jsonb('impossible').$type<readonly { dishId: string; name: Text }[]>().notNull(),
    plannedAt: at('planned_at').notNull(),
  },
  (t) => [index('plans_site').on(t.siteId, t.endsAt)],
)

/** Places of a station that are broken, from one instant until another. */
export const outages = kitchen.table(
  'outages',
  {
    id: text('id').primaryKey(),
    operatorId: text('operator_id').notNull(),
    siteId: text('site_id').notNull(),
    station: text('station').notNull(),
    places: integer('places').notNull(),
    fromAt: at('from_at').notNull(),
    untilAt: at('until_at').notNull(),
  },
  (t) => [
    check('outage_places', sql`places > 0`),
    check('outage_ends', sql`until_at >= from_at`),
    index('outages_site').on(t.siteId, t.untilAt),
  ],
)

/** How many cooks stand in a kitchen at once; one without a row has as many as its work asks for. */
export const crews = kitchen.table(
  'crews',
  {
    siteId: text('site_id').primaryKey(),
    operatorId: text('operator_id').notNull(),
    cooks: integer('cooks').notNull(),
  },
  () => [check('crew_cooks', sql`cooks between 1 and 500`)],
)

/** A task of the day before that is done. */
export const prepDone = kitchen.table(
  'prep_done',
  {
    menuDayId: text('menu_day_id').notNull(),
    taskId: text('task_id').notNull(),
    operatorId: text('operator_id').notNull(),
    actorId: text('actor_id').notNull(),
    at: at('at').notNull(),
  },
  (t) => [primaryKey({ columns: [t.menuDayId, t.taskId] })],
)
