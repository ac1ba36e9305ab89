import { sql } from 'drizzle-orm'
import type { App } from '../../platform/app'
import type { IngredientFacts } from '../domain/label'
import { ingredientFacts, recipes } from '../schema/recipes'
import { followLabels } from './follow-labels'
import { currentRecipes, knownIngredients } from './read-book'

/** What a supplier says of an ingredient now; how it is measured stays. */
export type FreshFacts = Pick<IngredientFacts, 'contains' | 'mayContain'> & {
  readonly ingredientId: string
  /** Per 100 g; there may be more than a label says. */
  readonly nutrition: Readonly<Record<string, number>>
}

/**
 * Takes over what suppliers say of their goods; labels of every recipe that has them follow at once. An ingredient no recipe
 * knows is left out. Returns how many recipes changed.
 */
export const refreshIngredients = (app: App, fresh: readonly FreshFacts[]): Promise<number> =>
  app.db.transaction(async (tx) => {
    const within = { ...app, db: tx }
    await tx.execute(sql`select pg_advisory_xact_lock(hashtextextended('catalogue.ingredients', 0))`)
    const { rows } = await tx.execute(sql`
      update ${ingredientFacts} f set contains = n.contains, may_contain = n."mayContain", nutrition = n.nutrition
      from jsonb_to_recordset(${JSON.stringify(fresh)}::jsonb)
        as n("ingredientId" text, contains jsonb, "mayContain" jsonb, nutrition jsonb)
      where f.ingredient_id = n."ingredientId" and (f.contains, f.may_contain, f.nutrition)
        is distinct from (n.contains, n."mayContain", n.nutrition)
      returning f.ingredient_id`)
    if (rows.length === 0) return 0
    const ingredients = await knownIngredients(within)
    const operators = await tx.selectDistinct({ id: recipes.operatorId }).from(recipes).orderBy(recipes.operatorId)
    let changed = 0
    for (const { id } of operators) {
      await tx.execute(sql`select pg_advisory_xact_lock(hashtextextended(${`catalogue.recipes:${id}`}, 0))`)
      changed += (await followLabels(within, { book: await currentRecipes(within, [id]), ingredients })).length
    }
    return changed
  })
