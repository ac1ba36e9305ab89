import { and, eq, inArray } from 'drizzle-orm'
import type { App } from '../../platform/app'
import { recipes, recipeVersions } from '../schema/recipes'

/** What kitchens need to know of recipe versions. */
export const recipesByVersion = (app: App, versionIds: readonly string[]) =>
  app.db
    .select({
      versionId: recipeVersions.id,
      recipeId: recipeVersions.recipeId,
      station: recipeVersions.station,
      minutes: recipeVersions.minutes,
      batchPortions: recipeVersions.batchPortions,
      steps: recipeVersions.steps,
      name: recipes.name,
    })
    .from(recipeVersions)
    .innerJoin(recipes, eq(recipes.id, recipeVersions.recipeId))
    .where(inArray(recipeVersions.id, [...versionIds]))

/** The version in force and the grams it makes, of some recipes. */
export const currentVersions = (app: App, recipeIds: readonly string[]) =>
  app.db
    .select({ recipeId: recipes.id, versionId: recipeVersions.id, yieldGrams: recipeVersions.yieldGrams })
    .from(recipes)
    .innerJoin(
      recipeVersions,
      and(eq(recipeVersions.recipeId, recipes.id), eq(recipeVersions.version, recipes.currentVersion)),
    )
    .where(inArray(recipes.id, [...recipeIds]))

/** How some recipes are made now; a sub-recipe makes `yieldGrams` at once. */
export const recipesInForce = async (app: App, recipeIds: readonly string[]) => {
  const rows = await app.db
    .select({ recipe: recipes, version: recipeVersions })
    .from(recipes)
    .innerJoin(
      recipeVersions,
      and(eq(recipeVersions.recipeId, recipes.id), eq(recipeVersions.version, recipes.currentVersion)),
    )
    .where(inArray(recipes.id, [...recipeIds]))
  return rows.map(({ recipe: { id: recipeId, name }, version: { station, minutes, yieldGrams, batchPortions } }) => {
    return { recipeId, name, station, minutes, yieldGrams: yieldGrams * batchPortions }
  })
}
