import type { App } from '../platform/app'
import { insertAll } from '../platform/insert-all'
import { checkRecipes, type WrittenLine } from './domain/check-recipes'
import { type IngredientFacts, labelOf } from './domain/label'
import { inShort } from './domain/method'
import { dishes } from './schema/dishes'
import { ingredientFacts, recipeLines, recipes, recipeVersions, type RecipeStep } from './schema/recipes'
import { mealPeriods, menuCalendars, menuCycle } from './schema/menus'

/** A recipe as its first version; sub-recipes are recipes too. */
export interface NewRecipe
  extends Pick<typeof recipeVersions.$inferInsert, 'station' | 'minutes' | 'batchPortions' | 'yieldGrams'> {
  readonly id: string
  readonly operatorId: string
  readonly name: (typeof recipes.$inferInsert)['name']
  readonly lines: readonly WrittenLine[]
  /** Left out: one step of `minutes` at `station`. */
  readonly steps?: readonly RecipeStep[]
}

export interface ImportCatalogue {
  /** What procurement knows of the ingredients, for the labels. */
  readonly ingredients: ReadonlyMap<string, IngredientFacts>
  readonly recipes: readonly NewRecipe[]
  readonly dishes: readonly (typeof dishes.$inferInsert)[]
  readonly mealPeriods: readonly (typeof mealPeriods.$inferInsert)[]
  readonly menuCycle: readonly (typeof menuCycle.$inferInsert)[]
  /** Sites without one know no holidays. */
  readonly menuCalendars?: readonly (typeof menuCalendars.$inferInsert)[]
}

export interface ImportedCatalogue {
  readonly recipes: number
  readonly recipeLines: number
  readonly dishes: number
  readonly mealPeriods: number
  readonly menuCycle: number
}

/**
 * Takes over a whole catalogue: dishes, recipes with the labels that follow from their ingredients, and the menus they
 * turn in. What stands already is left. Returns the new rows by table.
 * @throws Refusal `impossible_batch`, `circular_recipe`, `no_conversion`, `unknown_component`
 */
export const importCatalogue = (app: App, input: ImportCatalogue): Promise<ImportedCatalogue> =>
  app.db.transaction(async (tx) => {
    const checked = checkRecipes(input.recipes, input.ingredients)
    const pots = new Map(checked.map((recipe) => [recipe.id, recipe]))
    const versions = checked.map((recipe) => ({
      id: firstVersion(recipe.id),
      recipeId: recipe.id,
      version: 1,
      station: recipe.station,
      minutes: recipe.minutes,
      steps: recipe.steps ?? [],
      ...inShort(recipe.steps ?? []),
      batchPortions: recipe.batchPortions,
      yieldGrams: recipe.yieldGrams,
      ...labelOf(recipe, input.ingredients, pots),
    }))
    const lines = checked.flatMap((recipe) =>
      recipe.lines.map((line, i) => ({ versionId: firstVersion(recipe.id), line: i + 1, ...line })),
    )
    const named = checked.map(({ id, operatorId, name }) => ({ id, operatorId, name, currentVersion: 1 }))
    const counts = {
      recipes: await insertAll(tx, recipes, named),
      recipeLines: await insertAll(tx, recipeLines, lines),
      dishes: await insertAll(tx, dishes, input.dishes),
      mealPeriods: await insertAll(tx, mealPeriods, input.mealPeriods),
      menuCycle: await insertAll(tx, menuCycle, input.menuCycle),
    }
    await insertAll(tx, menuCalendars, input.menuCalendars ?? [])
    await insertAll(tx, recipeVersions, versions)
    await insertAll(
      tx,
      ingredientFacts,
      [...input.ingredients].map(([ingredientId, facts]) => ({ ingredientId, ...facts })),
    )
    return counts
  })

const firstVersion = (recipeId: string): string => `${recipeId}_v1`
