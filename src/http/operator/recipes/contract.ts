import { z } from 'zod'
import { Allergens } from '../../../kernel/allergens'
import { endpoint } from '../../endpoint'
import { Id, Text } from '../../shapes'

/** The recipe book of an operator. */

export const RecipeStep = z.object({
  text: Text,
  station: z.string().trim().min(1).max(40),
  minutes: z.number().int().min(1).max(1_440),
  /** Whether a cook stands by; an oven works alone. */
  attended: z.boolean(),
  when: z.enum(['service', 'day_before']),
})

/** In the ingredient's own unit, or in any that converts into it; grams of a sub-recipe. */
const Quantity = z.number().positive().max(1_000_000)
const Waste = z.number().int().min(0).max(9_000).default(0)
const Unit = z.string().trim().min(1).max(20).optional()

const Line = z.union([
  z.object({ ingredientId: Id, quantity: Quantity, unit: Unit, wasteBps: Waste }),
  z.object({ subRecipeId: Id, quantity: Quantity, unit: Unit, wasteBps: Waste }),
])

const Nutrition = z.object({
  kcal: z.number(),
  proteinMg: z.number(),
  fatMg: z.number(),
  carbohydrateMg: z.number(),
  sodiumMg: z.number(),
})

export const Recipe = z.object({
  id: Id,
  operatorId: Id,
  name: Text,
  version: z.number().int(),
  minutes: z.number().int(),
  batchPortions: z.number().int(),
  /** Grams the lines make: a portion of a dish, a batch of a sauce. */
  yieldGrams: z.number().int(),
  steps: z.array(RecipeStep),
  lines: z.array(
    z.object({
      componentId: Id,
      kind: z.enum(['ingredient', 'recipe']),
      name: Text,
      quantity: z.number(),
      unit: z.string(),
      wasteBps: z.number().int(),
    }),
  ),
  allergens: Allergens,
  /** What of `contains` China's standard names. */
  cn8: z.array(z.string()),
  /** Of one yield. */
  nutrition: Nutrition,
  /** By the lots on the shelf, first expired first out; minor units. */
  cost: z.object({
    batchMinor: z.number().int(),
    portionMinor: z.number().int(),
    /** No lot says what they cost. */
    unpriced: z.array(Text),
    /** Of the price without its tax, × 10,000; null for what is not sold, or not priced whole. */
    marginBps: z.number().int().nullable(),
  }),
})

const who = ['operator'] as const

export const listRecipes = endpoint({
  method: 'get',
  path: '/api/operator/recipes',
  summary: 'The recipes in force with their labels, and the ingredients they may be made of',
  who,
  answer: z.object({
    recipes: z.array(Recipe),
    ingredients: z.array(z.object({ id: Id, name: Text, unit: z.string() })),
  }),
})

export const saveRecipe = endpoint({
  method: 'post',
  path: '/api/operator/recipes',
  summary:
    'Saves a recipe as its next version; the labels of all it is part of follow, what was ordered keeps the label it had',
  who,
  body: z.object({
    operatorId: Id,
    recipeId: Id.optional(),
    /** The version that was looked at; 0 for a new recipe. */
    basedOn: z.number().int().min(0),
    name: Text.refine(({ zh, en }) => zh.trim() !== '' && en.trim() !== ''),
    yieldGrams: z.number().int().min(1).max(1_000_000),
    batchPortions: z.number().int().min(1).max(10_000),
    steps: z.array(RecipeStep).max(40),
    lines: z.array(Line).min(1).max(200),
  }),
  answer: z.object({ recipeId: Id, version: z.number().int(), relabelled: z.array(Id) }),
  idempotent: true,
})
