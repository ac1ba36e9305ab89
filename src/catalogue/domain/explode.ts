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

/**
 * Raw need of `portions` portions per ingredient, in whole base units rounded up once, at the end.
 * Waste is applied once, where the ingredient is bought: raw = quantity / (1 − waste).
 * A sub-recipe's lines are scaled by the grams asked of it over the grams its lines make.
 * @throws CircularRecipe; Error when a sub-recipe is missing.
 */
export function explode(
  dish: Formula,
  portions: number,
  subRecipes: ReadonlyMap<string, Formula>,
): Map<string, number> {
  const need = new Map<string, number>()
  const add = (formula: Formula, factor: number, above: readonly string[]) => {
    if (above.includes(formula.recipeId)) throw new CircularRecipe([...above, formula.recipeId].join(' → '))
    for (const line of formula.lines) {
      if ('ingredientId' in line) {
        const raw = (line.quantity * factor) / (1 - line.wasteBps / 10_000)
        need.set(line.ingredientId, (need.get(line.ingredientId) ?? 0) + raw)
        continue
      }
      const sub = subRecipes.get(line.subRecipeId)
      if (!sub) throw new Error(`sub-recipe ${line.subRecipeId} is missing`)
      add(sub, (line.quantity * factor) / sub.yieldGrams, [...above, formula.recipeId])
    }
  }
  add(dish, portions, [])
  return new Map([...need].map(([ingredientId, quantity]) => [ingredientId, wholeUnits(quantity)]))
}

/** Up to the next whole unit; a millionth too much is floating-point noise and not another gram. */
const wholeUnits = (quantity: number): number => Math.ceil(quantity - 1e-6)
