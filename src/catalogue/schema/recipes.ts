import { doublePrecision, integer, jsonb, primaryKey, text, timestamp, unique } from 'drizzle-orm/pg-core'
import type { Allergens } from '../../kernel/allergens'
import type { Text } from '../../kernel/text'
import type { Measures } from '../domain/units'
import { catalogue, name } from './catalogue'

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
