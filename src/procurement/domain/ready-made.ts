import type { ServiceDate } from '../../kernel/time'
import type { ExpectedDish } from './site-needs'

/** Grams of ready-made sub-recipes in 1,000 portions, by recipe version. */
export type ReadyMade = ReadonlyMap<string, readonly { readonly recipeId: string; readonly perThousand: number }[]>

export interface AskedRecipe {
  readonly recipeId: string
  readonly neededOn: ServiceDate
  readonly grams: number
}

/** What a site will need of ready-made sub-recipes, by day; whole grams, rounded up once. */
export function readyMadeNeeds(menu: readonly ExpectedDish[], readyMade: ReadyMade = new Map()): AskedRecipe[] {
  const asked = new Map<string, AskedRecipe>()
  for (const { dish, expectation } of menu)
    for (const { recipeId, perThousand } of readyMade.get(dish.recipeVersionId) ?? []) {
      const key = `${recipeId} ${dish.serviceDate}`
      const grams = (asked.get(key)?.grams ?? 0) + (expectation.mean * perThousand) / 1_000
      asked.set(key, { recipeId, neededOn: dish.serviceDate, grams })
    }
  return [...asked.values()]
    .map((each) => ({ ...each, grams: Math.ceil(each.grams - 1e-6) }))
    .filter(({ grams }) => grams > 0)
}
