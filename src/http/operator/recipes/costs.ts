import { marginBps } from '../../../catalogue/domain/margin'
import { pricesByRecipe } from '../../../catalogue/queries'
import { explodeRecipes } from '../../../catalogue/recipes/explode-recipes'
import type { CurrentRecipe } from '../../../catalogue/recipes/read-book'
import { grouped } from '../../../kernel/grouped'
import { dateIn } from '../../../kernel/time'
import type { App } from '../../../platform/app'
import { priceNeeds } from '../../../procurement/stock/price-needs'

/** Asks what a whole batch of each recipe costs by its operator's lots, and what its dish sells for; by recipe. */
export async function costsOf(app: App, recipes: readonly CurrentRecipe[]) {
  const prices = await pricesByRecipe(
    app,
    recipes.map(({ id }) => id),
  )
  const today = dateIn('Asia/Shanghai', app.now())
  const costs = new Map<
    string,
    { batchMinor: number; portionMinor: number; unpriced: string[]; marginBps: number | null }
  >()
  for (const [operatorId, own] of grouped(recipes, (recipe) => recipe.operatorId)) {
    const wanted = own.map(({ versionId, batchPortions }) => ({ versionId, portions: batchPortions }))
    const priced = await priceNeeds(app, [operatorId], today, await explodeRecipes(app, wanted))
    own.forEach(({ id, batchPortions }, i) => {
      const { costMinor = 0, unpriced = [] } = priced[i] ?? {}
      const portionMinor = Math.round(costMinor / batchPortions)
      const price = prices.get(id)
      const margin = price && unpriced.length === 0 ? marginBps(price, portionMinor) : null
      costs.set(id, { batchMinor: costMinor, portionMinor, unpriced: [...unpriced], marginBps: margin })
    })
  }
  return costs
}
