import { date, doublePrecision, integer, primaryKey, text } from 'drizzle-orm/pg-core'
import { MEAL_PERIODS } from '../../kernel/time'
import { at, delivery } from './delivery'

/** The delivery of a menu day: laid out once, then changed version by version. Who changes it holds its row. */
export const plans = delivery.table('plans', {
  menuDayId: text('menu_day_id').primaryKey(),
  operatorId: text('operator_id').notNull(),
  siteId: text('site_id').notNull(),
  serviceDate: date('service_date').notNull(),
  period: text('period', { enum: MEAL_PERIODS }).notNull(),
  zone: text('zone').notNull(),
  servesFrom: at('serves_from').notNull(),
  servesTo: at('serves_to').notNull(),
  /** The kitchen. */
  lat: doublePrecision('lat').notNull(),
  lon: doublePrecision('lon').notNull(),
  /** One more with every change of who drives where: what was shown of an older one may no longer be confirmed. */
  version: integer('version').notNull().default(1),
  /** Waves whose jobs are still to come; at 0 the plan is whole. */
  wavesLeft: integer('waves_left').notNull(),
  /** The last number given to a run; numbers are never given twice. */
  lastRun: integer('last_run').notNull().default(0),
  /** How often it was planned again because food came later than a run was to leave. */
  foodRounds: integer('food_rounds').notNull().default(0),
  openedAt: at('opened_at').notNull(),
  plannedAt: at('planned_at'),
})

/** Windows that overlap, planned together; each is a job of its own. */
export const waves = delivery.table(
  'waves',
  {
    menuDayId: text('menu_day_id').notNull(),
    wave: integer('wave').notNull(),
    operatorId: text('operator_id').notNull(),
    from: at('from').notNull(),
    to: at('to').notNull(),
    /** The latest round of planning asked for, and the latest done. */
    wanted: integer('wanted').notNull().default(1),
    planned: integer('planned').notNull().default(0),
    plannedAt: at('planned_at'),
    /** One more with every change of its runs: a plan solved for an older one is worthless. */
    version: integer('version').notNull().default(1),
  },
  (t) => [primaryKey({ columns: [t.menuDayId, t.wave] })],
)
