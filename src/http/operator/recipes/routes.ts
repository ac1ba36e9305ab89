import { type CurrentRecipe, currentRecipes, knownIngredients } from '../../../catalogue/recipes/read-book'
import { saveRecipe } from '../../../catalogue/recipes/save-recipe'
import { inCn8 } from '../../../kernel/allergens'
import type { Text } from '../../../kernel/text'
import { ingredientNames } from '../../../procurement/queries'
import { requireWithin, tenantsOf } from '../../caller'
import { type Route, serve } from '../../serve'
import * as contract from './contract'
import { costsOf } from './costs'

const WHO = contract.saveRecipe.who

/** A recipe nobody has taken apart is one step. */
const WHOLE = { text: { zh: '烹制', en: 'Cook' }, attended: true, when: 'service' as const }

/** A recipe with its components in words. */
function recipeView(recipe: CurrentRecipe, nameOf: (id: string) => Text, unitOf: (id: string) => string) {
  const { versionId: _, station, steps, lines, ...facts } = recipe
  return {
    ...facts,
    steps: steps.length > 0 ? [...steps] : [{ ...WHOLE, station, minutes: Math.max(1, recipe.minutes) }],
    cn8: inCn8(recipe.allergens.contains),
    lines: lines.map((line) => {
      const { quantity, wasteBps } = line
      if ('subRecipeId' in line) {
        const { subRecipeId: componentId } = line
        return { componentId, kind: 'recipe' as const, name: nameOf(componentId), quantity, unit: 'g', wasteBps }
      }
      const { ingredientId: componentId } = line
      const unit = unitOf(componentId)
      return { componentId, kind: 'ingredient' as const, name: nameOf(componentId), quantity, unit, wasteBps }
    }),
  }
}

const NO_COST = { batchMinor: 0, portionMinor: 0, unpriced: [], marginBps: null }

/** Operators write their recipes. */
export const recipeRoutes: readonly Route[] = [
  serve(contract.listRecipes, async ({ app, caller }) => {
    const recipes = await currentRecipes(app, tenantsOf(caller, WHO))
    const costs = await costsOf(app, recipes)
    const facts = await knownIngredients(app)
    const named = await ingredientNames(app, [...facts.keys()])
    const names = new Map([...named, ...recipes].map(({ id, name }) => [id, name]))
    const nameOf = (id: string) => names.get(id) ?? { zh: id, en: id }
    const unitOf = (id: string) => facts.get(id)?.measures?.unit ?? 'g'
    return {
      recipes: recipes.map((recipe) => {
        const { unpriced, ...cost } = costs.get(recipe.id) ?? NO_COST
        return { ...recipeView(recipe, nameOf, unitOf), cost: { ...cost, unpriced: unpriced.map(nameOf) } }
      }),
      ingredients: named.map(({ id, name }) => ({ id, name, unit: unitOf(id) })),
    }
  }),

  serve(contract.saveRecipe, async ({ app, caller, body }) => {
    requireWithin(caller, WHO, body.operatorId)
    const lines = body.lines.map(({ unit, ...line }) => (unit === undefined ? line : { ...line, unit }))
    const saved = await saveRecipe(app, { ...body, lines, actorId: caller.personId })
    return { ...saved, relabelled: [...saved.relabelled] }
  }),
]
