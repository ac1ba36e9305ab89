/** A version's components as the explosion needs them. Quantities in base units for `yieldGrams` of the version. */
export interface Formula {
  readonly recipeId: string
  readonly yieldGrams: number
  readonly lines: readonly FormulaLine[]
}

export type FormulaLine =
  | { readonly ingredientId: string; readonly quantity: number; readonly wasteBps: number }
  | { readonly subRecipeId: string; readonly quantity: number }

/** A recipe that contains itself, by way of these recipes. */
export class CircularRecipe extends Error {
  override readonly name = 'CircularRecipe'
}

/** What is taken from the shelf and what is asked of another kitchen, not yet rounded. */
export interface Takings {
  /** Raw base units by ingredient. */
  readonly ingredients: ReadonlyMap<string, number>
  /** Grams of sub-recipes that come ready-made. */
  readonly readyMade: ReadonlyMap<string, number>
}

const NOTHING: ReadonlySet<string> = new Set()

/**
 * Raw need of `portions` portions per ingredient. Waste is applied once, where the ingredient is bought:
 * raw = quantity / (1 − waste). A sub-recipe's lines are scaled by the grams asked of it over the grams its lines make;
 * one that the site gets ready-made is not looked into.
 * @throws CircularRecipe; Error when a sub-recipe is missing.
 */
export function takings(
  dish: Formula,
  portions: number,
  subRecipes: ReadonlyMap<string, Formula>,
  stopAt: ReadonlySet<string> = NOTHING,
): Takings {
  const ingredients = new Map<string, number>()
  const readyMade = new Map<string, number>()
  const add = (formula: Formula, factor: number, above: readonly string[]) => {
    if (above.includes(formula.recipeId)) throw new CircularRecipe([...above, formula.recipeId].join(' → '))
    for (const line of formula.lines) {
      if ('ingredientId' in line) {
        const raw = (line.quantity * factor) / (1 - line.wasteBps / 10_000)
        ingredients.set(line.ingredientId, (ingredients.get(line.ingredientId) ?? 0) + raw)
        continue
      }
      if (stopAt.has(line.subRecipeId)) {
        readyMade.set(line.subRecipeId, (readyMade.get(line.subRecipeId) ?? 0) + line.quantity * factor)
        continue
      }
      const sub = subRecipes.get(line.subRecipeId)
      if (!sub) throw new Error(`sub-recipe ${line.subRecipeId} is missing`)
      add(sub, (line.quantity * factor) / sub.yieldGrams, [...above, formula.recipeId])
    }
  }
  add(dish, portions, [])
  return { ingredients, readyMade }
}

/** Raw need of `portions` portions per ingredient, in whole base units rounded up once, at the end; as `takings`. */
export const explode = (
  dish: Formula,
  portions: number,
  subRecipes: ReadonlyMap<string, Formula>,
): Map<string, number> =>
  new Map([...takings(dish, portions, subRecipes).ingredients].map(([id, quantity]) => [id, wholeUnits(quantity)]))

/** Up to the next whole unit; a millionth too much is floating-point noise and not another gram. */
const wholeUnits = (quantity: number): number => Math.ceil(quantity - 1e-6)

/** Grams of every sub-recipe, also of those in other sub-recipes, for portions of dishes; rounded up once. @throws as `takings` */
export function mixes(
  wanted: readonly { readonly formula: Formula; readonly portions: number }[],
  subRecipes: ReadonlyMap<string, Formula>,
): Map<string, number> {
  const grams = new Map<string, number>()
  const add = (formula: Formula, factor: number, above: readonly string[]) => {
    if (above.includes(formula.recipeId)) throw new CircularRecipe([...above, formula.recipeId].join(' → '))
    for (const line of formula.lines) {
      if ('ingredientId' in line) continue
      const sub = subRecipes.get(line.subRecipeId)
      if (!sub) throw new Error(`sub-recipe ${line.subRecipeId} is missing`)
      const asked = line.quantity * factor
      grams.set(line.subRecipeId, (grams.get(line.subRecipeId) ?? 0) + asked)
      add(sub, asked / sub.yieldGrams, [...above, formula.recipeId])
    }
  }
  for (const { formula, portions } of wanted) add(formula, portions, [])
  return new Map([...grams].map(([id, quantity]) => [id, wholeUnits(quantity)]))
}
