import { sql } from 'drizzle-orm'
import { check, date, index, integer, jsonb, text, unique } from 'drizzle-orm/pg-core'
import type { Text } from '../../kernel/text'
import { MEAL_PERIODS } from '../../kernel/time'
import { at, kitchen } from './kitchen'

/** One step of a batch as it is planned; instants in ISO. */
export interface BatchStep {
  readonly station: string
  readonly text: Text | null
  /** Whether a cook stands by. */
  readonly attended: boolean
  readonly startAt: string
  readonly endAt: string
}

/** One cook of one recipe. */
export const batches = kitchen.table(
  'batches',
  {
    id: text('id').primaryKey(),
    operatorId: text('operator_id').notNull(),
    siteId: text('site_id').notNull(),
    menuDayId: text('menu_day_id').notNull(),
    serviceDate: date('service_date').notNull(),
    period: text('period', { enum: MEAL_PERIODS }).notNull(),
    dishId: text('dish_id').notNull(),
    recipeVersionId: text('recipe_version_id').notNull(),
    name: jsonb('name').$type<Text>().notNull(),
    station: text('station').notNull(),
    sequence: integer('sequence').notNull(),
    portions: integer('portions').notNull(),
    minutes: integer('minutes').notNull(),
    startBy: at('start_by').notNull(),
    /** What is done one after another during the service, and when at the latest. */
    steps: jsonb('steps').$type<readonly BatchStep[]>().notNull().default([]),
    status: text('status', { enum: ['planned', 'cooking', 'cooked'] }).notNull(),
    startedAt: at('started_at'),
    /** The end of cooking: food-safety clocks run from here. */
    cookedAt: at('cooked_at'),
  },
  (t) => [
    check('batch_portions', sql`portions > 0`),
    unique('batch_once').on(t.menuDayId, t.dishId, t.sequence),
    index('batches_site').on(t.siteId, t.serviceDate, t.period),
  ],
)
