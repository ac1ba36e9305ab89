import { date, index, integer, jsonb, text } from 'drizzle-orm/pg-core'
import type { Text } from '../../kernel/text'
import type { MealPeriod } from '../../kernel/time'
import { at, kitchen } from './kitchen'

/** One dish of one menu day that lacks an ingredient. */
export interface SupplyHit {
  readonly menuDayId: string
  readonly serviceDate: string
  readonly period: MealPeriod
  readonly dishId: string
  readonly dish: Text
  readonly portions: number
  readonly cutoffAt: string
}

/** Ingredients that will not come as ordered, as procurement judged last. */
export const supplyShortages = kitchen.table(
  'supply_shortages',
  {
    /** Procurement's gap. */
    id: text('id').primaryKey(),
    operatorId: text('operator_id').notNull(),
    siteId: text('site_id').notNull(),
    ingredient: jsonb('ingredient').$type<Text>().notNull(),
    unit: text('unit', { enum: ['g', 'ml', 'piece'] }).notNull(),
    quantity: integer('quantity').notNull(),
    state: text('state', { enum: ['covered', 'resourced', 'escalated'] }).notNull(),
    runsOutOn: date('runs_out_on'),
    hits: jsonb('hits').$type<readonly SupplyHit[]>().notNull(),
    /** When it was judged: an older word that arrives late is ignored. */
    at: at('at').notNull(),
  },
  (t) => [index('supply_shortages_site').on(t.siteId, t.at)],
)
