import {
  boolean,
  date,
  doublePrecision,
  index,
  integer,
  jsonb,
  pgSchema,
  primaryKey,
  text,
  timestamp,
  unique,
} from 'drizzle-orm/pg-core'
import type { Allergens } from '../kernel/allergens'
import type { Text } from '../kernel/text'
import { type CutoffRule, MEAL_PERIODS } from '../kernel/time'
import type { Measures } from './domain/units'

export const catalogue = pgSchema('catalogue')

const name = () => jsonb('name').$type<Text>().notNull()

export const KINDS = [
  'meal',
  'made_to_order',
  'produce',
  'service_slot',
  'hotel_night',
  'travel_departure',
  'ticket',
  'stored_value',
] as const
export type CatalogueKind = (typeof KINDS)[number]

/** Energy in kJ and kcal, everything else in milligrams, per portion. */
export interface Nutrition {
  readonly kcal: number
  readonly proteinMg: number
  readonly fatMg: number
  readonly carbohydrateMg: number
  readonly sodiumMg: number
}

/** One step of a recipe's method. */
export interface RecipeStep {
  readonly text: Text
  readonly station: string
  readonly minutes: number
  /** Whether a cook stands by; an oven works alone. */
  readonly attended: boolean
  /** Mise en place is made the evening before. */
  readonly when: 'service' | 'day_before'
}

/** Everything sellable; a Medusa product each. Dishes have a recipe. */
export const dishes = catalogue.table(
  'dishes',
  {
    id: text('id').primaryKey(),
    operatorId: text('operator_id').notNull(),
    kind: text('kind', { enum: KINDS }).notNull(),
    name: name(),
    description: jsonb('description').$type<Text>().notNull(),
    /** Category handle, as in Medusa. */
    category: text('category').notNull(),
    tags: jsonb('tags').$type<string[]>().notNull(),
    /** Which flat illustration shows it. */
    art: text('art').notNull(),
    /** First price, before Medusa knows better; minor units. */
    priceMinor: integer('price_minor').notNull(),
    /** Tax inside the price, in basis points: 600 for catering. */
    taxBps: integer('tax_bps').notNull(),
    productId: text('product_id'),
    variantId: text('variant_id'),
    /** The recipe; null for what is not cooked here. */
    recipeId: text('recipe_id'),
    /** How it is kept from the kitchen to the door: which compartment it takes, and whether hot food's clock runs for it. */
    holding: text('holding', { enum: ['hot', 'chilled', 'ambient'] })
      .notNull()
      .default('hot'),
    /** The dish that stands in when this one runs out. */
    substituteId: text('substitute_id'),
  },
  (t) => [unique('dishes_variant').on(t.variantId), index('dishes_operator').on(t.operatorId)],
)

/** A dish's recipe or a sub-recipe such as a sauce. */
export const recipes = catalogue.table('recipes', {
  id: text('id').primaryKey(),
  operatorId: text('operator_id').notNull(),
  name: name(),
  currentVersion: integer('current_version').notNull(),
})

/** What a recipe was at a time; never changed, only followed by the next version. */
export const recipeVersions = catalogue.table(
  'recipe_versions',
  {
    id: text('id').primaryKey(),
    recipeId: text('recipe_id').notNull(),
    version: integer('version').notNull(),
    /** Station code that cooks it. */
    station: text('station').notNull(),
    minutes: integer('minutes').notNull(),
    /** Portions one cook of the equipment yields at most. */
    batchPortions: integer('batch_portions').notNull(),
    /** Grams the lines below make: one portion for a dish, one batch for a sub-recipe. */
    yieldGrams: integer('yield_grams').notNull(),
    allergens: jsonb('allergens').$type<Allergens>().notNull(),
    nutrition: jsonb('nutrition').$type<Nutrition>().notNull(),
    /** How it is made, one after another; empty: one step of `minutes` at `station`. */
    steps: jsonb('steps').$type<readonly RecipeStep[]>().notNull().default([]),
    savedAt: timestamp('saved_at', { withTimezone: true }).notNull().defaultNow(),
  },
  (t) => [unique('recipe_version_once').on(t.recipeId, t.version)],
)

/** What labels are made of, by ingredient: whoever buys it says so. */
export const ingredientFacts = catalogue.table('ingredient_facts', {
  ingredientId: text('ingredient_id').primaryKey(),
  /** Thousandths of a gram one base unit weighs. */
  milligramsPerUnit: integer('milligrams_per_unit').notNull(),
  measures: jsonb('measures').$type<Measures>(),
  /** EU-14 codes; null when nobody has said. */
  contains: jsonb('contains').$type<readonly string[] | null>(),
  mayContain: jsonb('may_contain').$type<readonly string[]>().notNull(),
  /** Per 100 g. */
  nutrition: jsonb('nutrition').$type<Nutrition>().notNull(),
})

/** One component of a version: an ingredient (raw, base unit) or grams of a sub-recipe. */
export const recipeLines = catalogue.table(
  'recipe_lines',
  {
    versionId: text('version_id').notNull(),
    line: integer('line').notNull(),
    ingredientId: text('ingredient_id'),
    subRecipeId: text('sub_recipe_id'),
    /** What goes into the pot: g, ml or pieces for an ingredient, g for a sub-recipe; half an egg is 0.5. */
    quantity: doublePrecision('quantity').notNull(),
    /** Lost in trimming, in basis points of what is bought; applied once. */
    wasteBps: integer('waste_bps').notNull(),
  },
  (t) => [primaryKey({ columns: [t.versionId, t.line] })],
)

/** When a site serves a meal period and when ordering closes. Wall-clock times in the site's zone. */
export const mealPeriods = catalogue.table(
  'meal_periods',
  {
    siteId: text('site_id').notNull(),
    period: text('period', { enum: MEAL_PERIODS }).notNull(),
    servesFrom: text('serves_from').notNull(),
    servesTo: text('serves_to').notNull(),
    cutoff: jsonb('cutoff').$type<CutoffRule>().notNull(),
  },
  (t) => [primaryKey({ columns: [t.siteId, t.period] })],
)

/** The rotation: which dishes a site offers on a day of its cycle, and how many portions of each. */
export const menuCycle = catalogue.table(
  'menu_cycle',
  {
    siteId: text('site_id').notNull(),
    period: text('period', { enum: MEAL_PERIODS }).notNull(),
    /** 0 … weeks × 7 − 1, counted from Monday 2024-01-01. */
    day: integer('day').notNull(),
    /** Days in the whole rotation: 28 for four weeks. */
    length: integer('length').notNull(),
    dishId: text('dish_id').notNull(),
    portions: integer('portions').notNull(),
  },
  (t) => [primaryKey({ columns: [t.siteId, t.period, t.day, t.dishId] })],
)

/** The published menu of kitchen × date × period. */
export const menuDays = catalogue.table(
  'menu_days',
  {
    id: text('id').primaryKey(),
    operatorId: text('operator_id').notNull(),
    siteId: text('site_id').notNull(),
    serviceDate: date('service_date').notNull(),
    period: text('period', { enum: MEAL_PERIODS }).notNull(),
    zone: text('zone').notNull(),
    /** The rule and the instant it gave when the menu was published. */
    cutoffRule: jsonb('cutoff_rule').$type<CutoffRule>().notNull(),
    cutoffAt: timestamp('cutoff_at', { withTimezone: true }).notNull(),
    servesFrom: timestamp('serves_from', { withTimezone: true }).notNull(),
    servesTo: timestamp('serves_to', { withTimezone: true }).notNull(),
    publishedAt: timestamp('published_at', { withTimezone: true }).notNull(),
  },
  (t) => [
    unique('menu_day_once').on(t.siteId, t.serviceDate, t.period),
    index('menu_days_date').on(t.serviceDate, t.period),
  ],
)

/** One dish on one menu day, with its price as Medusa had it. */
export const offers = catalogue.table(
  'offers',
  {
    id: text('id').primaryKey(),
    menuDayId: text('menu_day_id').notNull(),
    operatorId: text('operator_id').notNull(),
    dishId: text('dish_id').notNull(),
    variantId: text('variant_id'),
    recipeVersionId: text('recipe_version_id'),
    priceMinor: integer('price_minor').notNull(),
    currency: text('currency').notNull(),
    taxBps: integer('tax_bps').notNull(),
    allergens: jsonb('allergens').$type<Allergens>().notNull(),
    nutrition: jsonb('nutrition').$type<Nutrition>().notNull(),
    portions: integer('portions').notNull(),
    withdrawn: boolean('withdrawn').notNull().default(false),
  },
  (t) => [unique('offer_once').on(t.menuDayId, t.dishId), index('offers_variant').on(t.variantId)],
)
