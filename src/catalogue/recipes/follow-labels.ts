import { eq, sql } from 'drizzle-orm'
import { isDeepStrictEqual } from 'node:util'
import type { App } from '../../platform/app'
import { insertAll } from '../../platform/insert-all'
import { type IngredientFacts, labelOf } from '../domain/label'
import { recipeLines, recipes, recipeVersions } from '../schema/recipes'
import type { CurrentRecipe } from './read-book'

export interface FollowLabels {
  readonly book: readonly CurrentRecipe[]
  readonly ingredients: ReadonlyMap<string, IngredientFacts>
  /** A recipe that was written anew: it gets a version whatever its label says. */
  readonly draft?: Omit<CurrentRecipe, 'versionId' | 'allergens' | 'nutrition'>
}

/**
 * Derives every label anew and writes a version of each recipe whose label is another; offers that still take orders follow.
 * Returns the recipes that changed beside the draft.
 */
export async function followLabels(app: App, { book, ingredients, draft }: FollowLabels): Promise<string[]> {
  const pots = new Map([...book, ...(draft ? [draft] : [])].map((recipe) => [recipe.id, recipe]))
  const changed = book.flatMap((recipe) => {
    const label = labelOf(recipe, ingredients, pots)
    const { allergens, nutrition } = recipe
    return isDeepStrictEqual(label, { allergens, nutrition }) ? [] : [{ ...recipe, ...label }]
  })
  const drafted = draft ? [{ ...draft, ...labelOf(draft, ingredients, pots) }] : []
  const written = [...drafted, ...changed]
  if (written.length === 0) return []
  const at = app.now()
  const versionOf = ({ id, version }: { id: string; version: number }) => `${id}_v${version + 1}`
  await insertAll(
    app.db,
    recipeVersions,
    written.map((recipe) => {
      const { id: recipeId, station, minutes, batchPortions, yieldGrams, steps, allergens, nutrition } = recipe
      const facts = { station, minutes, batchPortions, yieldGrams, steps, allergens, nutrition }
      return { ...facts, id: versionOf(recipe), recipeId, version: recipe.version + 1, savedAt: at }
    }),
  )
  await insertAll(
    app.db,
    recipeLines,
    written.flatMap((recipe) =>
      recipe.lines.map((line, i) => ({ versionId: versionOf(recipe), line: i + 1, ...line })),
    ),
  )
  for (const { id, operatorId, name, version } of written) {
    const newest = { name, currentVersion: version + 1 }
    await app.db
      .insert(recipes)
      .values({ id, operatorId, ...newest })
      .onConflictDoUpdate({ target: recipes.id, set: newest, setWhere: eq(recipes.currentVersion, version) })
  }
  await relabelOffers(
    app,
    written.map(({ id }) => id),
  )
  return changed.map(({ id }) => id)
}

/** What still takes orders is offered with the newest version and its label. */
const relabelOffers = (app: App, recipeIds: readonly string[]) =>
  app.db.execute(sql`
    update catalogue.offers o
    set recipe_version_id = v.id, allergens = v.allergens, nutrition = v.nutrition
    from catalogue.dishes d, catalogue.recipes r, catalogue.recipe_versions v, catalogue.menu_days m
    where d.id = o.dish_id and r.id = d.recipe_id and v.recipe_id = r.id and v.version = r.current_version
      and m.id = o.menu_day_id and m.cutoff_at > ${app.now().toISOString()}::timestamptz
      and r.id = any(${sql.param([...recipeIds])}) and o.recipe_version_id is distinct from v.id`)
