import { and, asc, eq, inArray } from 'drizzle-orm'
import type { Text } from '../../kernel/text'
import type { App } from '../../platform/app'
import type { Component, IngredientFacts } from '../domain/label'
import { ingredientFacts, recipeLines, recipes, type RecipeStep, recipeVersions } from '../schema/recipes'

/** A recipe as it stands: its newest version. */
export interface CurrentRecipe {
  readonly id: string
  readonly operatorId: string
  readonly name: Text
  readonly versionId: string
  readonly version: number
  readonly station: string
  readonly minutes: number
  readonly batchPortions: number
  readonly yieldGrams: number
  readonly steps: readonly RecipeStep[]
  readonly allergens: (typeof recipeVersions.$inferSelect)['allergens']
  readonly nutrition: (typeof recipeVersions.$inferSelect)['nutrition']
  readonly lines: readonly (Component & { readonly wasteBps: number })[]
}

/** All recipes of some operators as they stand, by name of their id; two queries. */
export async function currentRecipes(app: App, operatorIds: readonly string[]): Promise<CurrentRecipe[]> {
  const newest = and(eq(recipeVersions.recipeId, recipes.id), eq(recipeVersions.version, recipes.currentVersion))
  const rows = await app.db
    .select({ recipe: recipes, version: recipeVersions })
    .from(recipes)
    .innerJoin(recipeVersions, newest)
    .where(inArray(recipes.operatorId, [...operatorIds]))
    .orderBy(asc(recipes.id))
  const ids = rows.map(({ version }) => version.id)
  const lines = await app.db
    .select()
    .from(recipeLines)
    .where(inArray(recipeLines.versionId, ids))
    .orderBy(recipeLines.versionId, recipeLines.line)
  const linesOf = new Map<string, CurrentRecipe['lines']>()
  for (const line of lines) linesOf.set(line.versionId, [...(linesOf.get(line.versionId) ?? []), componentOf(line)])
  return rows.map(({ recipe: { id, operatorId, name }, version }) => {
    const { id: versionId, recipeId: _, savedAt: __, ...facts } = version
    return { ...facts, id, operatorId, name, versionId, lines: linesOf.get(versionId) ?? [] }
  })
}

function componentOf({
  ingredientId,
  subRecipeId,
  quantity,
  wasteBps,
  versionId,
  line,
}: typeof recipeLines.$inferSelect) {
  if (ingredientId) return { ingredientId, quantity, wasteBps }
  if (subRecipeId) return { subRecipeId, quantity, wasteBps }
  throw new Error(`recipe line ${versionId}/${line} names nothing`)
}

/** What labels are made of. */
export async function knownIngredients(app: App): Promise<Map<string, IngredientFacts>> {
  const rows = await app.db.select().from(ingredientFacts)
  return new Map(
    rows.map(({ ingredientId, measures, ...facts }) => [ingredientId, { ...facts, ...(measures ? { measures } : {}) }]),
  )
}
