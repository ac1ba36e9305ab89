import { sql } from 'drizzle-orm'
import { date, index, integer, jsonb, primaryKey, text } from 'drizzle-orm/pg-core'
import { MEAL_PERIODS } from '../../kernel/time'
import { at, procurement } from './procurement'

/**
 * Why something was not planned: nobody sells it; whoever sells it delivers on no day of the horizon; nobody knows its
 * unit; the supplier's packs or price breaks contradict themselves; no order within the terms fits the shelves; it is
 * needed before anybody can deliver.
 */
export type UnplannedReason =
  | 'no_supplier'
  | 'no_delivery_day'
  | 'no_conversion'
  | 'bad_terms'
  | 'infeasible'
  | 'too_late'

/** What a review could not plan, and why: shown to people, never swallowed. */
export interface Unplanned {
  readonly ingredientId: string
  readonly reason: UnplannedReason
  /** What lacks on the first day it does, in base units; where that is known. */
  readonly date?: string
  readonly quantity?: number
}

/** One look at one site's need, stock and orders. */
export const reviews = procurement.table(
  'reviews',
  {
    id: text('id').primaryKey(),
    operatorId: text('operator_id').notNull(),
    siteId: text('site_id').notNull(),
    requestedBy: text('requested_by').notNull(),
    requestedAt: at('requested_at').notNull(),
    finishedAt: at('finished_at'),
    /** Lines it proposed or raised. */
    proposedLines: integer('proposed_lines'),
    unplanned: jsonb('unplanned').$type<readonly Unplanned[]>(),
  },
  (t) => [index('reviews_site').on(t.siteId, t.requestedAt)],
)

/** A sub-recipe that a site does not make itself but gets ready-made from another. */
export const siteRecipes = procurement.table(
  'site_recipes',
  {
    siteId: text('site_id').notNull(),
    recipeId: text('recipe_id').notNull(),
    operatorId: text('operator_id').notNull(),
    fromSiteId: text('from_site_id').notNull(),
  },
  (t) => [primaryKey({ columns: [t.siteId, t.recipeId] })],
)

/** Grams of a sub-recipe that a site will need from another, by day; the other's plan makes them from what it buys. */
export const recipeNeeds = procurement.table(
  'recipe_needs',
  {
    siteId: text('site_id').notNull(),
    recipeId: text('recipe_id').notNull(),
    neededOn: date('needed_on').notNull(),
    fromSiteId: text('from_site_id').notNull(),
    operatorId: text('operator_id').notNull(),
    grams: integer('grams').notNull(),
  },
  (t) => [
    primaryKey({ columns: [t.siteId, t.recipeId, t.neededOn] }),
    index('recipe_needs_from').on(t.fromSiteId, t.neededOn),
  ],
)

/** Why this quantity: the facts the rule used, shown in words. Quantities in the ingredient's base unit. */
export interface QuantityReason {
  readonly onHand: number
  /** Part of `onHand` that will expire before it is needed. */
  readonly expiring: number
  readonly onOrder: number
  /** Part of `onOrder` that comes from the central kitchen. */
  readonly transfers: number
  readonly need: number
  /** Part of `need` that customers have ordered already. */
  readonly firm: number
  readonly safety: number
  /** The share of days that nothing runs out, which `safety` is kept for, × 10,000. */
  readonly serviceBps: number
  /** The first day covered and the first day no longer covered: the delivery after this one. */
  readonly from: string
  readonly until: string
  readonly days: number
  readonly byDay: readonly { readonly date: string; readonly need: number; readonly firm: number }[]
  /** Days from the plan to the delivery. */
  readonly leadDays: number
  /** Days the goods keep from the delivery on. */
  readonly shelfLifeDays: number
  readonly packSize: number
  readonly minimumPacks: number
  readonly multiplePacks: number
  /**
   * `only`: nobody else sells it; `first`: the preferred of several; `sooner`: comes before the stock runs out, which the
   * preferred one does not; `cheaper`: costs less with all it takes than the preferred one.
   */
  readonly supplier: 'only' | 'first' | 'sooner' | 'cheaper'
  /** The price break the packs reach; null for the plain price. */
  readonly priceBreak: { readonly packs: number; readonly priceMinor: number } | null
  /** Packs of later need, ordered now to reach the supplier's minimum order value. */
  readonly topUpPacks: number
  /** Today's order was too late for the supplier's closing time. */
  readonly cutoffPassed: boolean
}

/** Demand of a past day: what forecasts learn from. */
export const demandHistory = procurement.table(
  'demand_history',
  {
    siteId: text('site_id').notNull(),
    dishId: text('dish_id').notNull(),
    serviceDate: date('service_date').notNull(),
    period: text('period', { enum: MEAL_PERIODS }).notNull(),
    operatorId: text('operator_id').notNull(),
    portions: integer('portions').notNull(),
    /** What the site's own people had planned for it, where they said. */
    planned: integer('planned'),
    /** Portions that came off the heat, and those of them nobody ate; null where the kitchen has not said. */
    cooked: integer('cooked'),
    leftOver: integer('left_over'),
    /**
     * What plans go by: made less left, never more than ordered, as production records of canteens reckon. Of what was
     * made beyond the orders nobody would have eaten; batches nobody ticked off take nothing away.
     */
    eaten: integer('eaten')
      .notNull()
      .generatedAlwaysAs(sql`least(portions, greatest(0, greatest(cooked, portions) - coalesce(left_over, 0)))`),
  },
  (t) => [primaryKey({ columns: [t.siteId, t.dishId, t.serviceDate, t.period] })],
)
