import type { ImportCatalogue, NewRecipe } from '../../../catalogue/import-catalogue'
import type { ProductInput } from '../../../platform/commerce-contract'
import { type OwnRecipe, ownRecipeId } from '../catalogue'
import type { DemoCity } from '../city'
import type { Ingredient } from '../ingredients/ingredient'
import { CYCLE_DAYS, worksWeekdaysOnly } from '../menus/cycle'
import { operatorOf } from '../operators'
import { methodOf } from '../recipes/method'
import type { RecipeLine } from '../recipes/recipe'

/** Tax inside the price of a cooked meal, in basis points. */
const CATERING_TAX = 600

/** What is not eaten hot. */
const HOLDING: Readonly<Record<string, 'chilled' | 'ambient'>> = { cold: 'chilled', sweet: 'ambient' }

/** Everything sellable as Medusa wants it. */
export const productsOf = (city: DemoCity): ProductInput[] => [
  ...city.dishes.map(({ id, operatorId, priceMinor, dish }) => ({
    dishId: id,
    operatorId,
    kind: 'meal',
    category: dish.category,
    title: dish.name,
    description: dish.description,
    priceMinor,
    taxBps: CATERING_TAX,
  })),
  ...city.products.map(({ id, operatorId, kind, category, name, description, priceMinor, taxBps }) => ({
    dishId: id,
    operatorId,
    kind,
    category,
    title: name,
    description,
    priceMinor,
    taxBps,
  })),
]

/** Medusa's ids by ours. */
export type ProductIds = Readonly<Record<string, { readonly productId: string; readonly variantId: string }>>

/** The demo city as rows of `catalogue`. */
export function catalogueOf(city: DemoCity, ids: ProductIds): ImportCatalogue {
  const inMedusa = (id: string) => ({
    productId: ids[id]?.productId ?? null,
    variantId: ids[id]?.variantId ?? null,
  })
  const meals = city.dishes.map(({ id, operatorId, recipeId, priceMinor, dish }) => ({
    id,
    operatorId,
    recipeId,
    priceMinor,
    kind: 'meal' as const,
    taxBps: CATERING_TAX,
    name: dish.name,
    description: dish.description,
    category: dish.category,
    art: dish.art,
    holding: HOLDING[dish.category] ?? ('hot' as const),
    tags: [...dish.tags],
    substituteId: standInOf(city, { id, operatorId, category: dish.category }),
    ...inMedusa(id),
  }))
  const others = city.products.map((product) => ({
    ...product,
    tags: [],
    art: product.category,
    recipeId: null,
    ...inMedusa(product.id),
  }))
  return {
    ingredients: new Map(city.ingredients.map((ingredient) => [ingredient.id, factsOf(ingredient)])),
    recipes: city.recipes.map(recipeOf),
    dishes: [...meals, ...others],
    mealPeriods: city.sites.flatMap(({ id, periods }) =>
      periods.map(({ period, from, to, cutoff }) => ({ siteId: id, period, servesFrom: from, servesTo: to, cutoff })),
    ),
    // where people work they stop with the others, and eat Friday's menu on a Saturday they make up for
    menuCalendars: city.sites
      .filter(worksWeekdaysOnly)
      .map(({ id: siteId, operatorId }) => ({ siteId, operatorId, closedOnHolidays: true, madeUpAs: 5 })),
    menuCycle: city.menuCycle.map(({ siteId, period, day, dishId, portions }) => ({
      siteId,
      period,
      day,
      dishId,
      portions,
      length: CYCLE_DAYS,
    })),
  }
}

/** The next dish of the same kind and operator stands in when one runs out. */
function standInOf(city: DemoCity, { id, operatorId, category }: { id: string; operatorId: string; category: string }) {
  const alike = city.dishes.filter((one) => one.operatorId === operatorId && one.dish.category === category)
  const at = alike.findIndex((one) => one.id === id)
  const next = alike[(at + 1) % alike.length]
  return next && next.id !== id ? next.id : null
}

const factsOf = ({ unit, milligramsPerUnit, allergens, nutrition }: Ingredient) => ({
  milligramsPerUnit,
  measures: {
    unit,
    equivalences: unit === 'g' ? [] : [{ of: '1', unit, make: String(milligramsPerUnit), into: 'mg' }],
  },
  contains: allergens?.contains ?? null,
  mayContain: allergens?.mayContain ?? [],
  nutrition,
})

function recipeOf({ id, operatorId, batchPortions, recipe }: OwnRecipe): NewRecipe {
  const { name, station, minutes, yieldGrams } = recipe
  const lineOf = (line: RecipeLine) =>
    line.kind === 'ingredient'
      ? {
          ingredientId: line.ingredient.id,
          quantity: line.grams,
          unit: 'g',
          wasteBps: line.ingredient.wasteBps,
        }
      : { subRecipeId: ownRecipeId(operatorOf(operatorId), line.recipe), quantity: line.grams, wasteBps: 0 }
  const made = { station, minutes, batchPortions, yieldGrams, lines: recipe.lines.map(lineOf) }
  // what is made by weight is a task of the day before, and not taken apart
  return { id, operatorId, name, ...made, steps: 'key' in recipe ? [] : methodOf(recipe) }
}
