import { date, index, integer, jsonb, text, unique } from 'drizzle-orm/pg-core'
import type { Text } from '../../kernel/text'
import type { MealPeriod, ServiceDate } from '../../kernel/time'
import { at, procurement } from './procurement'

export const GAP_CAUSES = ['short', 'rejected', 'missing', 'cancelled'] as const
export const GAP_STATES = ['open', 'covered', 'resourced', 'escalated'] as const

/** One dish of one menu day that needs what is missing. */
export interface GapHit {
  readonly menuDayId: string
  readonly serviceDate: ServiceDate
  readonly period: MealPeriod
  readonly dishId: string
  readonly dish: Text
  readonly portions: number
  readonly cutoffAt: string
}

/** Goods that were ordered and will not come. */
export const gaps = procurement.table(
  'gaps',
  {
    id: text('id').primaryKey(),
    operatorId: text('operator_id').notNull(),
    siteId: text('site_id').notNull(),
    supplierId: text('supplier_id').notNull(),
    purchaseOrderId: text('purchase_order_id').notNull(),
    lineId: text('line_id').notNull(),
    ingredientId: text('ingredient_id').notNull(),
    /** Base units that will not come. */
    quantity: integer('quantity').notNull(),
    cause: text('cause', { enum: GAP_CAUSES }).notNull(),
    /** What said so: the answer, the receipt. One gap a line and word. */
    ref: text('ref').notNull(),
    state: text('state', { enum: GAP_STATES }).notNull(),
    runsOutOn: date('runs_out_on'),
    /** The proposal that covers it. */
    coveredBy: text('covered_by'),
    /** The first cut-off of the menus hit. */
    decideBy: at('decide_by'),
    hits: jsonb('hits').$type<readonly GapHit[]>().notNull(),
    at: at('at').notNull(),
  },
  (t) => [
    unique('gap_once').on(t.lineId, t.ref),
    index('gaps_site').on(t.operatorId, t.siteId, t.at),
    index('gaps_waiting').on(t.decideBy),
  ],
)
