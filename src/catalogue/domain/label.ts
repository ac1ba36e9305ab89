import type { Allergens } from '../../kernel/allergens'
import { CircularRecipe } from './explode'
import type { Measures } from './units'

/** What a supplier says of an ingredient. */
export interface IngredientFacts {
  /** Thousandths of a gram one base unit weighs: 1,000 for grams, the density for ml, a whole piece. */
  readonly milligramsPerUnit: number
  /** What else recipes may measure it in; its own unit alone when nobody says. */
  readonly measures?: Measures
  /** EU-14 codes; null when nobody has said. */
  readonly contains: readonly string[] | null
  readonly mayContain: readonly string[]
  /** Per 100 g. */
  readonly nutrition: Nutrients
}

/** Kilocalories, and milligrams of the rest. */
export interface Nutrients {
  readonly kcal: number
  readonly proteinMg: number
  readonly fatMg: number
  readonly carbohydrateMg: number
  readonly sodiumMg: number
}

/** One component of a pot, in base units of its ingredient or grams of its sub-recipe. */
export type Component =
  | { readonly ingredientId: string; readonly quantity: number }
  | { readonly subRecipeId: string; readonly quantity: number }

export interface Pot {
  readonly yieldGrams: number
  readonly lines: readonly Component[]
}

/** What a label says of one yield: a portion of a dish, a batch of a sauce. */
export interface Label {
  readonly allergens: Allergens
  readonly nutrition: Nutrients
}

/**
 * The label of a pot, through all its sub-recipes: an allergen of any ingredient is the dish's, "may contain" yields to
 * "contains", and one ingredient nobody has assessed makes the dish not assessed.
 * @throws CircularRecipe; Error when an ingredient or sub-recipe is unknown.
 */
export function labelOf(
  pot: Pot,
  ingredients: ReadonlyMap<string, IngredientFacts>,
  subRecipes: ReadonlyMap<string, Pot>,
): Label {
  const parts = gramsIn(pot, subRecipes, (id) => known(ingredients, id).milligramsPerUnit)
  const facts = [...parts].map(([id, grams]) => ({ grams, ...known(ingredients, id) }))
  const contains = new Set(facts.flatMap((fact) => fact.contains ?? []))
  const mayContain = new Set(facts.flatMap((fact) => fact.mayContain))
  const total = (nutrient: keyof Nutrients) =>
    Math.round(facts.reduce((sum, { grams, nutrition }) => sum + (nutrition[nutrient] * grams) / 100, 0))
  return {
    allergens: {
      contains: [...contains].sort(),
      mayContain: [...mayContain].filter((code) => !contains.has(code)).sort(),
      assessed: facts.every((fact) => fact.contains !== null),
    },
    nutrition: {
      kcal: total('kcal'),
      proteinMg: total('proteinMg'),
      fatMg: total('fatMg'),
      carbohydrateMg: total('carbohydrateMg'),
      sodiumMg: total('sodiumMg'),
    },
  }
}

/** Raw grams of every ingredient in one yield. */
function gramsIn(
  pot: Pot,
  subRecipes: ReadonlyMap<string, Pot>,
  milligramsPerUnit: (ingredientId: string) => number,
  above: readonly string[] = [],
): Map<string, number> {
  const total = new Map<string, number>()
  const add = (id: string, grams: number) => total.set(id, (total.get(id) ?? 0) + grams)
  for (const line of pot.lines) {
    if ('ingredientId' in line) {
      add(line.ingredientId, (line.quantity * milligramsPerUnit(line.ingredientId)) / 1000)
      continue
    }
    const path = [...above, line.subRecipeId]
    if (above.includes(line.subRecipeId)) throw new CircularRecipe(path.join(' → '))
    const sub = known(subRecipes, line.subRecipeId)
    for (const [id, grams] of gramsIn(sub, subRecipes, milligramsPerUnit, path))
      add(id, (grams * line.quantity) / sub.yieldGrams)
  }
  return total
}

function known<T>(all: ReadonlyMap<string, T>, id: string): T {
  const found = all.get(id)
  if (!found) throw new Error(`${id} is unknown`)
  return found
}
