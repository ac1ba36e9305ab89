import { sql } from 'drizzle-orm'
import { Refusal } from '../../kernel/refusal'
import type { Text } from '../../kernel/text'
import type { App } from '../../platform/app'
import { note } from '../../platform/audit'
import { newId } from '../../platform/id'
import { checkRecipes, type WrittenLine } from '../domain/check-recipes'
import { inShort } from '../domain/method'
import type { RecipeStep } from '../schema/recipes'
import { followLabels } from './follow-labels'
import { currentRecipes, knownIngredients } from './read-book'

export interface SaveRecipe {
  /** A new recipe when left out. */
  readonly recipeId?: string | undefined
  readonly operatorId: string
  readonly name: Text
  /** The version somebody looked at; 0 for a new recipe. */
  readonly basedOn: number
  readonly yieldGrams: number
  readonly batchPortions: number
  readonly steps: readonly RecipeStep[]
  readonly lines: readonly WrittenLine[]
  readonly actorId: string
}

export interface SavedRecipe {
  readonly recipeId: string
  readonly version: number
  /** Recipes it is part of whose label changed with it. */
  readonly relabelled: readonly string[]
}

/**
 * Saves a recipe as its next version. Its label, and those of all it is part of, follow at once, each as a version of its
 * own; what is on offer from now on says so, what was ordered keeps the label it was ordered with.
 * @throws Refusal `not_found`, `recipe_changed` (somebody saved meanwhile), `impossible_batch`, `circular_recipe`, `no_conversion`,
 *   `unknown_component`
 */
export const saveRecipe = (app: App, input: SaveRecipe): Promise<SavedRecipe> =>
  app.db.transaction(async (tx) => {
    const within = { ...app, db: tx }
    const { operatorId, basedOn, name, yieldGrams, batchPortions, steps, actorId } = input
    // labels depend on one another: an operator's book is written by one hand at a time
    await tx.execute(sql`select pg_advisory_xact_lock(hashtextextended(${`catalogue.recipes:${operatorId}`}, 0))`)
    const book = await currentRecipes(within, [operatorId])
    const before = book.find(({ id }) => id === input.recipeId)
    if (input.recipeId !== undefined && !before) throw new Refusal('not_found')
    if ((before?.version ?? 0) !== basedOn) throw new Refusal('recipe_changed')

    const id = before?.id ?? newId('rec')
    const others = book.filter((recipe) => recipe.id !== id)
    const ingredients = await knownIngredients(within)
    const checked = checkRecipes(
      [
        ...others.map(({ id: other, lines }) => ({ id: other, lines })),
        { id, lines: input.lines, batchPortions, yieldGrams, steps },
      ],
      ingredients,
    )
    const lines = checked.find((recipe) => recipe.id === id)?.lines ?? []
    // a recipe without a method is cooked as it was before
    const { station, minutes } = inShort(steps) ?? before ?? { station: 'pack', minutes: 1 }
    const draft = { id, operatorId, name, version: basedOn, station, minutes, batchPortions, yieldGrams, steps, lines }
    const relabelled = await followLabels(within, { book: others, ingredients, draft })
    const detail = { version: basedOn + 1, relabelled: relabelled.length }
    await note(within, { operatorId, actorId, action: 'catalogue.save-recipe', subject: id, detail })
    return { recipeId: id, version: basedOn + 1, relabelled }
  })
