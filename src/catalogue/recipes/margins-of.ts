import { desc, inArray } from 'drizzle-orm'
import type { App } from '../../platform/app'
import { marginBps } from '../domain/margin'
import { dishes } from '../schema/dishes'

/**
 * What is left of the first prices of dishes when a portion of their recipe costs so much, × 10,000, by recipe; of the cheapest
 * dish where several share a recipe. What is not sold is left out.
 */
export async function marginsOf(app: App, costs: ReadonlyMap<string, number>): Promise<Map<string, number>> {
  const rows = await app.db
    .select({ recipeId: dishes.recipeId, priceMinor: dishes.priceMinor, taxBps: dishes.taxBps })
    .from(dishes)
    .where(inArray(dishes.recipeId, [...costs.keys()]))
    .orderBy(desc(dishes.priceMinor))
  return new Map(
    rows.flatMap(({ recipeId, ...price }) => {
      const cost = recipeId === null ? undefined : costs.get(recipeId)
      return recipeId === null || cost === undefined ? [] : [[recipeId, marginBps(price, cost)] as const]
    }),
  )
}
