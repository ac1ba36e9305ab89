import { eq } from 'drizzle-orm'
import type { App } from '../../platform/app'
import { explode, type Formula, type FormulaLine, mixes, type Takings, takings } from '../domain/explode'
import { recipeLines, recipes, recipeVersions } from '../schema/recipes'

export interface Need {
  readonly ingredientId: string
  /** Raw, in base units of the ingredient. */
  readonly quantity: number
}

/** Raw ingredients for so many portions of a recipe version, through its sub-recipes' current versions. */
export async function explodeRecipe(app: App, versionId: string, portions: number): Promise<Need[]> {
  const [needs] = await explodeRecipes(app, [{ versionId, portions }])
  return needs ?? []
}

/** The same for many at once, in the order asked, with two queries whatever their number. */
export async function explodeRecipes(
  app: App,
  wanted: readonly { versionId: string; portions: number }[],
): Promise<Need[][]> {
  const { byVersion, currentByRecipe } = await formulas(app)
  return wanted.map(({ versionId, portions }) => {
    const formula = byVersion.get(versionId)
    if (!formula) throw new Error(`recipe version ${versionId} is missing`)
    return [...explode(formula, portions, currentByRecipe)].map(([ingredientId, quantity]) => ({
      ingredientId,
      quantity,
    }))
  })
}

/** What 1,000 portions of recipe versions take, by version; not rounded, and not looking into what comes ready-made. */
export async function takingsOf(
  app: App,
  versionIds: readonly string[],
  readyMade: ReadonlySet<string>,
): Promise<Map<string, Takings>> {
  const { byVersion, currentByRecipe } = await formulas(app)
  return new Map(
    versionIds.flatMap((versionId) => {
      const formula = byVersion.get(versionId)
      return formula ? [[versionId, takings(formula, 1_000, currentByRecipe, readyMade)] as const] : []
    }),
  )
}

/** All recipes of the installation: some hundred rows, read as they stand so that nobody explodes a stale one. */
async function formulas(app: App) {
  const versions = await app.db
    .select({
      id: recipeVersions.id,
      recipeId: recipeVersions.recipeId,
      version: recipeVersions.version,
      yieldGrams: recipeVersions.yieldGrams,
      current: recipes.currentVersion,
    })
    .from(recipeVersions)
    .innerJoin(recipes, eq(recipes.id, recipeVersions.recipeId))
  const lines = await app.db.select().from(recipeLines).orderBy(recipeLines.versionId, recipeLines.line)
  const linesOf = new Map<string, FormulaLine[]>()
  for (const line of lines) linesOf.set(line.versionId, [...(linesOf.get(line.versionId) ?? []), asFormulaLine(line)])
  const byVersion = new Map<string, Formula>()
  const currentByRecipe = new Map<string, Formula>()
  for (const { id, recipeId, version, yieldGrams, current } of versions) {
    const formula = { recipeId, yieldGrams, lines: linesOf.get(id) ?? [] }
    byVersion.set(id, formula)
    if (version === current) currentByRecipe.set(recipeId, formula)
  }
  return { byVersion, currentByRecipe }
}

function asFormulaLine(line: typeof recipeLines.$inferSelect): FormulaLine {
  const { ingredientId, subRecipeId, quantity, wasteBps } = line
  if (ingredientId) return { ingredientId, quantity, wasteBps }
  if (subRecipeId) return { subRecipeId, quantity }
  throw new Error(`recipe line ${line.versionId}/${line.line} names nothing`)
}

/** Grams of every sub-recipe that portions of recipe versions need, through all sub-recipes, by recipe; rounded up. */
export async function mixesFor(
  app: App,
  wanted: readonly { versionId: string; portions: number }[],
): Promise<Map<string, number>> {
  const { byVersion, currentByRecipe } = await formulas(app)
  const all = wanted.flatMap(({ versionId, portions }) => {
    const formula = byVersion.get(versionId)
    return formula ? [{ formula, portions }] : []
  })
  return mixes(all, currentByRecipe)
}
