import type { Text } from '../../../kernel/text'
import type { Ingredient } from '../ingredients/ingredient'
import { ingredientOf } from '../ingredients/ingredient-list'
import type { StationKind } from '../places/sites'

/** What goes into the pot: raw grams of an ingredient after trimming, or grams of a finished sub-recipe. */
export type RecipeLine =
  | { readonly kind: 'ingredient'; readonly ingredient: Ingredient; readonly grams: number }
  | { readonly kind: 'sub_recipe'; readonly recipe: SubRecipe; readonly grams: number }

export interface Recipe {
  readonly id: string
  readonly name: Text
  readonly station: StationKind
  readonly minutes: number
  /** Grams the lines make: one portion of a dish, one batch of a sub-recipe. */
  readonly yieldGrams: number
  readonly lines: readonly RecipeLine[]
}

/** A sauce, stock, filling or dough that is made ahead. */
export interface SubRecipe extends Recipe {
  readonly key: string
}

/** What one line weighs when it is cooked. */
export const cookedGrams = (line: RecipeLine): number =>
  line.kind === 'ingredient' ? (line.grams * line.ingredient.yieldBps) / 10_000 : line.grams

/** What a pot holds, and how much of it is water from the tap: it is weighed but not bought. */
export interface Pot {
  readonly lines: readonly RecipeLine[]
  readonly water: number
}

/** Grams on the plate. */
export const cookedWeight = ({ lines, water }: Pot): number =>
  Math.round(lines.reduce((sum, line) => sum + cookedGrams(line), water))

/** Reads `rice 45, chicken_stock 40, water 200`: a word that names a sub-recipe is one, any other an ingredient. */
export function readPot(text: string, subRecipes: ReadonlyMap<string, SubRecipe>): Pot {
  const parts = text.split(',').map((part) => {
    const [key = '', amount = ''] = part.trim().split(/\s+/)
    const grams = Number(amount)
    if (!Number.isInteger(grams) || grams <= 0) throw new Error(`"${part.trim()}" needs whole grams above 0`)
    return { key, grams }
  })
  const water = parts.find(({ key }) => key === 'water')?.grams ?? 0
  const lines = parts
    .filter(({ key }) => key !== 'water')
    .map(({ key, grams }): RecipeLine => {
      const recipe = subRecipes.get(key)
      return recipe
        ? { kind: 'sub_recipe', recipe, grams }
        : { kind: 'ingredient', ingredient: ingredientOf(`ing_${key}`), grams }
    })
  return { lines, water }
}

/** Every ingredient in the recipe, through its sub-recipes, with its raw grams. */
export function ingredientsIn({ lines }: Pick<Recipe, 'lines'>): Map<Ingredient, number> {
  const total = new Map<Ingredient, number>()
  const add = (ingredient: Ingredient, grams: number) => total.set(ingredient, (total.get(ingredient) ?? 0) + grams)
  for (const line of lines) {
    if (line.kind === 'ingredient') add(line.ingredient, line.grams)
    else
      for (const [ingredient, grams] of ingredientsIn(line.recipe))
        add(ingredient, (grams * line.grams) / line.recipe.yieldGrams)
  }
  return total
}
