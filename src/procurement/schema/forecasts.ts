import { sql } from 'drizzle-orm'
import { check, date, index, integer, jsonb, primaryKey, text } from 'drizzle-orm/pg-core'
import { MEAL_PERIODS } from '../../kernel/time'
import { at, procurement } from './procurement'

/** One look ahead for one site; `progress` counts to 100. */
export const forecastRuns = procurement.table(
  'forecast_runs',
  {
    id: text('id').primaryKey(),
    operatorId: text('operator_id').notNull(),
    siteId: text('site_id').notNull(),
    requestedBy: text('requested_by').notNull(),
    requestedAt: at('requested_at').notNull(),
    progress: integer('progress').notNull().default(0),
    finishedAt: at('finished_at'),
    /** Series and cells forecast. */
    series: integer('series'),
    cells: integer('cells'),
    /** The share of actuals at or below the 90% quantile when the last weeks were forecast as if unseen, × 10,000. */
    coverageBps: integer('coverage_bps'),
  },
  (t) => [index('forecast_runs_site').on(t.siteId, t.requestedAt)],
)

/** One dish in one meal period of one day. */
const cell = () => ({
  siteId: text('site_id').notNull(),
  dishId: text('dish_id').notNull(),
  serviceDate: date('service_date').notNull(),
  period: text('period', { enum: MEAL_PERIODS }).notNull(),
  operatorId: text('operator_id').notNull(),
})

/** The latest forecast made of a cell before its day came; it stands when the day is over, and is scored then. */
export const forecasts = procurement.table(
  'forecasts',
  {
    ...cell(),
    runId: text('run_id').notNull(),
    /** The last day whose demand was known. */
    origin: date('origin').notNull(),
    method: text('method').notNull(),
    /** Portions at each of the engine's levels, rising. */
    quantiles: jsonb('quantiles').$type<readonly number[]>().notNull(),
    /** What the site's own people had planned for the cell, if they had. */
    planned: integer('planned'),
  },
  (t) => [
    primaryKey({ columns: [t.siteId, t.serviceDate, t.period, t.dishId] }),
    check('forecast_looks_ahead', sql`${t.origin} < ${t.serviceDate}`),
  ],
)

/** What a person decided instead, and why; null portions take it back. */
export const forecastOverrides = procurement.table(
  'forecast_overrides',
  {
    ...cell(),
    portions: integer('portions'),
    reason: text('reason').notNull(),
    decidedBy: text('decided_by').notNull(),
    decidedAt: at('decided_at').notNull(),
    /** What the model said at that moment. */
    median: integer('median'),
  },
  (t) => [
    primaryKey({ columns: [t.siteId, t.serviceDate, t.period, t.dishId] }),
    check('override_not_negative', sql`${t.portions} >= 0`),
  ],
)
