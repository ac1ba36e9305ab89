import { ACQUIRED, GROUP, type Operator } from './operators'
import { DISHES } from './dishes/dish-list'
import type { Dish } from './dishes/dish'
import type { Ingredient } from './ingredients/ingredient'
import { ingredientsIn, type Recipe } from './recipes/recipe'

/** A dish as one operator sells it. */
export interface SoldDish {
  readonly id: string
  readonly operatorId: string
  readonly recipeId: string
  readonly priceMinor: number
  readonly dish: Dish
}

/** A recipe as one operator keeps it, with the ids of its own sub-recipes. */
export interface OwnRecipe {
  readonly id: string
  readonly operatorId: string
  /** Portions of one cook; batches for a sub-recipe. */
  readonly batchPortions: number
  readonly recipe: Recipe
}

/** What the acquired firm cooked before it was bought, and still does under its own name. */
const ACQUIRED_DISHES = `
tomato_beef_rice braised_pork_rice kung_pao_rice mapo_rice curry_chicken_rice house_fried_rice pepper_beef_rice three_earth_rice
twice_cooked_pork pepper_pork tomato_egg chilli_chicken garlic_shoot_pork celery_tofu
red_braised_pork potato_beef yellow_chicken lion_head braised_carp
steamed_egg preserved_pork pork_tofu
plain_bok_choy torn_cabbage three_earth sour_potato fish_fragrant_aubergine home_tofu garlic_broccoli
smashed_cucumber kelp_salad mouthwater_chicken
beef_noodles zhajiang_noodles cabbage_dumplings
tomato_egg_soup winter_melon_ribs hot_sour_soup mung_soup steamed_rice
`
  .trim()
  .split(/\s+/)

/** The acquired firm is a little cheaper: 6% off in whole yuan, the smallest things at the same price. */
const acquiredPrice = (priceMinor: number): number =>
  priceMinor < 1000 ? priceMinor : Math.round((priceMinor * 0.94) / 100) * 100

export const SOLD_DISHES: readonly SoldDish[] = [
  ...DISHES.map((dish) => sold(GROUP, dish, dish.priceMinor)),
  ...ACQUIRED_DISHES.map((key) => sold(ACQUIRED, dishNamed(key), acquiredPrice(dishNamed(key).priceMinor))),
]

/** The recipes an operator needs for its dishes, sub-recipes before those that use them. */
export function recipesOf(operator: Operator): OwnRecipe[] {
  const found = new Map<string, OwnRecipe>()
  const keep = (recipe: Recipe, batchPortions: number) => {
    for (const line of recipe.lines) if (line.kind === 'sub_recipe') keep(line.recipe, 1)
    const id = ownRecipeId(operator, recipe)
    found.set(id, { id, operatorId: operator.id, batchPortions, recipe })
  }
  for (const { dish } of dishesOf(operator)) keep(dish.recipe, dish.batchPortions)
  return [...found.values()]
}

export const dishesOf = (operator: Operator): SoldDish[] =>
  SOLD_DISHES.filter((dish) => dish.operatorId === operator.id)

/** What an operator has to buy. */
export const ingredientsOf = (operator: Operator): Ingredient[] => [
  ...new Set(dishesOf(operator).flatMap(({ dish }) => [...ingredientsIn(dish.recipe).keys()])),
]

/** `rcp_…`, with the operator's mark so that every firm owns its recipes. */
export function ownRecipeId(operator: Operator, recipe: Recipe): string {
  return recipe.id.replace(/^rcp_/, `rcp_${operator.mark}`)
}

function sold(operator: Operator, dish: Dish, priceMinor: number): SoldDish {
  return {
    id: `dish_${operator.mark}${dish.key}`,
    operatorId: operator.id,
    recipeId: ownRecipeId(operator, dish.recipe),
    priceMinor,
    dish,
  }
}

function dishNamed(key: string): Dish {
  const found = DISHES.find((dish) => dish.key === key)
  if (!found) throw new Error(`no dish ${key}`)
  return found
}
