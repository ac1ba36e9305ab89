import { sql } from 'drizzle-orm'
import { check, date, index, integer, jsonb, primaryKey, text, uniqueIndex } from 'drizzle-orm/pg-core'
import type { Text } from '../../kernel/text'
import { MEAL_PERIODS } from '../../kernel/time'
import { at, kitchen } from './kitchen'

/** What a kitchen takes at this moment; one without a row takes everything. */
export const intakes = kitchen.table(
  'intakes',
  {
    siteId: text('site_id').primaryKey(),
    operatorId: text('operator_id').notNull(),
    mode: text('mode', { enum: ['open', 'busy', 'paused'] }).notNull(),
    /** Busy: what is to be served sooner than this is refused. */
    leadMinutes: integer('lead_minutes').notNull(),
    /** Open again from then on; null until somebody says so. */
    until: at('until'),
    /** Kitchen time there is for each meal; null where only portions count. */
    minutesPerMeal: integer('minutes_per_meal'),
  },
  () => [check('lead_minutes', sql`lead_minutes between 0 and 1440`)],
)

/** A dish that ran out during a service: how many portions there still were. */
export const soldOutDishes = kitchen.table(
  'sold_out_dishes',
  {
    menuDayId: text('menu_day_id').notNull(),
    dishId: text('dish_id').notNull(),
    operatorId: text('operator_id').notNull(),
    siteId: text('site_id').notNull(),
    name: jsonb('name').$type<Text>().notNull(),
    portionsLeft: integer('portions_left').notNull(),
    at: at('at').notNull(),
    actorId: text('actor_id').notNull(),
  },
  (t) => [primaryKey({ columns: [t.menuDayId, t.dishId] }), check('portions_left', sql`portions_left >= 0`)],
)

/** What became of each open line of it, decided once. */
export const soldOutLines = kitchen.table(
  'sold_out_lines',
  {
    lineId: text('line_id').primaryKey(),
    operatorId: text('operator_id').notNull(),
    menuDayId: text('menu_day_id').notNull(),
    dishId: text('dish_id').notNull(),
    orderId: text('order_id').notNull(),
    quantity: integer('quantity').notNull(),
    outcome: text('outcome', { enum: ['kept', 'substituted', 'refunded'] }).notNull(),
    substituteId: text('substitute_id'),
    at: at('at').notNull(),
  },
  (t) => [index('sold_out_lines_dish').on(t.menuDayId, t.dishId)],
)

/** Portions that were thrown away or left over. */
export const waste = kitchen.table(
  'waste',
  {
    id: text('id').primaryKey(),
    operatorId: text('operator_id').notNull(),
    siteId: text('site_id').notNull(),
    serviceDate: date('service_date').notNull(),
    period: text('period', { enum: MEAL_PERIODS }).notNull(),
    dishId: text('dish_id').notNull(),
    portions: integer('portions').notNull(),
    cause: text('cause', { enum: ['left_over', 'too_old', 'spoilt'] }).notNull(),
    at: at('at').notNull(),
  },
  (t) => [check('waste_portions', sql`portions > 0`), index('waste_site').on(t.siteId, t.serviceDate)],
)

/** Somebody at work, from clocking in to clocking out. */
export const shifts = kitchen.table(
  'shifts',
  {
    id: text('id').primaryKey(),
    operatorId: text('operator_id').notNull(),
    siteId: text('site_id').notNull(),
    personId: text('person_id').notNull(),
    inAt: at('in_at').notNull(),
    outAt: at('out_at'),
  },
  (t) => [
    check('shift_ends_after', sql`out_at >= in_at`),
    uniqueIndex('one_open_shift').on(t.personId).where(sql`out_at is null`),
    index('shifts_site').on(t.siteId, t.inAt),
  ],
)

/** What a kitchen made on a day with how much work, taken over from the books of before. */
export const outputDays = kitchen.table(
  'output_days',
  {
    siteId: text('site_id').notNull(),
    date: date('date').notNull(),
    operatorId: text('operator_id').notNull(),
    meals: integer('meals').notNull(),
    minutes: integer('minutes').notNull(),
  },
  (t) => [primaryKey({ columns: [t.siteId, t.date] })],
)
