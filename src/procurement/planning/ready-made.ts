import { and, asc, eq, gte, inArray, sql } from 'drizzle-orm'
import type { ServiceDate } from '../../kernel/time'
import type { App } from '../../platform/app'
import type { Tx } from '../../platform/database'
import type { AskedRecipe } from '../domain/ready-made'
import { recipeNeeds, siteRecipes } from '../schema/planning'

/** Sub-recipes a site does not make itself. */
export async function readyMadeAt(app: App, siteId: string): Promise<string[]> {
  const rows = await app.db
    .select({ recipeId: siteRecipes.recipeId })
    .from(siteRecipes)
    .where(eq(siteRecipes.siteId, siteId))
  return rows.map(({ recipeId }) => recipeId)
}

/** What other sites will need of a site's sub-recipes from a day on, in grams, summed by day. */
export const recipeNeedsOf = (app: App, fromSiteId: string, from: ServiceDate) =>
  app.db
    .select({
      recipeId: recipeNeeds.recipeId,
      neededOn: recipeNeeds.neededOn,
      grams: sql<number>`sum(${recipeNeeds.grams})::int`,
    })
    .from(recipeNeeds)
    .where(and(eq(recipeNeeds.fromSiteId, fromSiteId), gte(recipeNeeds.neededOn, from)))
    .groupBy(recipeNeeds.recipeId, recipeNeeds.neededOn)
    .orderBy(asc(recipeNeeds.neededOn), asc(recipeNeeds.recipeId))

/** Puts a site's needs of ready-made sub-recipes in the place of what its last plan asked for. */
export async function askForReadyMade(
  tx: Tx,
  { siteId, operatorId }: { readonly siteId: string; readonly operatorId: string },
  asked: readonly AskedRecipe[],
): Promise<void> {
  if (asked.length === 0) return
  const sources = await tx
    .select({ recipeId: siteRecipes.recipeId, fromSiteId: siteRecipes.fromSiteId })
    .from(siteRecipes)
    .where(eq(siteRecipes.siteId, siteId))
  const from = new Map(sources.map(({ recipeId, fromSiteId }) => [recipeId, fromSiteId]))
  const recipeIds = [...new Set(asked.map(({ recipeId }) => recipeId))]
  await tx.delete(recipeNeeds).where(and(eq(recipeNeeds.siteId, siteId), inArray(recipeNeeds.recipeId, recipeIds)))
  const rows = asked.flatMap((each) => {
    const fromSiteId = from.get(each.recipeId)
    return fromSiteId ? [{ ...each, siteId, operatorId, fromSiteId }] : []
  })
  if (rows.length > 0) await tx.insert(recipeNeeds).values(rows)
}
