import type { Dish, DishCategory } from '../dishes/dish'
import { rngOf } from '../rng'

/** How often a dish of a category is taken, against a plain main course. */
const CATEGORY_WEIGHT: Readonly<Record<DishCategory, number>> = {
  rice_bowl: 1.3,
  stir_fry: 0.9,
  braise: 0.9,
  steamed: 0.7,
  greens: 0.75,
  cold: 0.5,
  noodles: 0.9,
  soup: 0.6,
  breakfast: 1,
  sweet: 0.4,
  staple: 1.3,
}

/** What everybody orders. */
const FAVOURITES = new Map([
  ['tomato_beef_rice', 1.5],
  ['red_braised_pork', 1.4],
  ['kung_pao_rice', 1.3],
  ['tomato_egg', 1.3],
  ['pork_bun', 1.4],
  ['soy_milk', 1.5],
])

/** Weight of a dish when a menu's portions are shared out; the same on every day. */
export const popularityOf = ({ key, category }: Dish): number =>
  CATEGORY_WEIGHT[category] * (FAVOURITES.get(key) ?? 0.75 + rngOf(`popularity/${key}`).next() * 0.5)
