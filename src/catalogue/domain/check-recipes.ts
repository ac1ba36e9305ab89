import { Refusal } from '../../kernel/refusal'
import type { Component, IngredientFacts } from './label'
import { inOwnUnit, UnitsDoNotConvert } from './units'

/** A line as a cook writes it: in the ingredient's own unit, or in any other that converts into it. */
export type WrittenLine = Component & { readonly wasteBps: number; readonly unit?: string }

interface Written {
  readonly id: string
  readonly lines: readonly WrittenLine[]
  readonly batchPortions?: number
  readonly yieldGrams?: number
  readonly steps?: readonly { readonly minutes: number }[]
}

/**
 * Recipes as they may be saved: every amount in its ingredient's own unit, every component known, none inside itself, batches of
 * at least a portion.
 * @throws Refusal `impossible_batch`, `circular_recipe`, `no_conversion`, `unknown_component`
 */
export function checkRecipes<R extends Written>(
  recipes: readonly R[],
  ingredients: ReadonlyMap<string, IngredientFacts>,
): (Omit<R, 'lines'> & { readonly lines: readonly (Component & { readonly wasteBps: number })[] })[] {
  const known = new Map(recipes.map((recipe) => [recipe.id, recipe]))
  const closed = new Set<string>()
  for (const recipe of recipes) refuseImpossible(recipe)
  for (const recipe of recipes) refuseCircle(recipe, known, [], closed)
  return recipes.map((recipe) => ({ ...recipe, lines: recipe.lines.map((line) => converted(line, ingredients)) }))
}

function refuseImpossible({ id, batchPortions = 1, yieldGrams = 1, steps = [] }: Written): void {
  const isWhole = (amount: number) => Number.isSafeInteger(amount) && amount >= 1
  if ([batchPortions, yieldGrams, ...steps.map(({ minutes }) => minutes)].every(isWhole)) return
  throw new Refusal('impossible_batch', { recipe: id })
}

function refuseCircle(
  recipe: Written,
  known: ReadonlyMap<string, Written>,
  above: readonly string[],
  closed: Set<string>,
) {
  if (closed.has(recipe.id)) return
  if (above.includes(recipe.id)) throw new Refusal('circular_recipe', { recipe: [...above, recipe.id].join(' → ') })
  for (const line of recipe.lines) {
    if (!('subRecipeId' in line)) continue
    const sub = known.get(line.subRecipeId)
    if (!sub) throw new Refusal('unknown_component', { component: line.subRecipeId })
    refuseCircle(sub, known, [...above, recipe.id], closed)
  }
  closed.add(recipe.id)
}

function converted(line: WrittenLine, ingredients: ReadonlyMap<string, IngredientFacts>) {
  const { unit, ...own } = line
  if ('subRecipeId' in own) {
    if (unit === undefined || unit === 'g') return own
    if (unit === 'kg') return { ...own, quantity: own.quantity * 1_000 }
    throw new Refusal('no_conversion', { ingredient: own.subRecipeId, unit })
  }
  const facts = ingredients.get(own.ingredientId)
  if (!facts) throw new Refusal('unknown_component', { component: own.ingredientId })
  if (unit === undefined) return own
  if (!facts.measures) throw new Refusal('no_conversion', { ingredient: own.ingredientId, unit })
  try {
    return { ...own, quantity: inOwnUnit({ quantity: own.quantity, unit }, facts.measures) }
  } catch (error) {
    if (!(error instanceof UnitsDoNotConvert)) throw error
    throw new Refusal('no_conversion', { ingredient: own.ingredientId, unit: error.unit })
  }
}
