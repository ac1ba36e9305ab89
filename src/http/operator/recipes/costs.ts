import { explodeRecipes } from '../../../catalogue/recipes/explode-recipes'
import { marginsOf } from '../../../catalogue/recipes/margins-of'
import type { CurrentRecipe } from '../../../catalogue/recipes/read-book'
import { grouped } from '../../../kernel/grouped'
import { dateIn } from '../../../kernel/time'
import type { App } from '../../../platform/app'
import { priceNeeds } from '../../../procurement/stock/price-needs'

interface Cost {
  readonly batchMinor: number
  readonly portionMinor: number
  /** Ingredients no lot prices. */
  readonly unpriced: readonly string[]
  readonly marginBps: number | null
}

/** Asks what a whole batch of each recipe costs by its operator's lots, and what is left of its dish's price; by recipe. */
export async function costsOf(app: App, recipes: readonly CurrentRecipe[]): Promise<Map<string, Cost>> {
  const today = dateIn('Asia/Shanghai', app.now())
  const costs = new Map<string, Omit<Cost, 'marginBps'>>()
  for (const [operatorId, own] of grouped(recipes, (recipe) => recipe.operatorId)) {
    const wanted = own.map(({ versionId, batchPortions }) => ({ versionId, portions: batchPortions }))
    const priced = await priceNeeds(app, [operatorId], today, await explodeRecipes(app, wanted))
    own.forEach(({ id, batchPortions }, i) => {
      const { costMinor = 0, unpriced = [] } = priced[i] ?? {}
      costs.set(id, { batchMinor: costMinor, portionMinor: Math.round(costMinor / batchPortions), unpriced })
    })
  }
  const whole = [...costs].filter(([, { unpriced }]) => unpriced.length === 0)
  const margins = await marginsOf(app, new Map(whole.map(([id, { portionMinor }]) => [id, portionMinor])))
  return new Map([...costs].map(([id, cost]) => [id, { ...cost, marginBps: margins.get(id) ?? null }]))
}
