import { DAIRY } from './dairy'
import { GRAIN } from './grain'
import type { Ingredient } from './ingredient'
import { MEAT } from './meat'
import { PANTRY } from './pantry'
import { POULTRY } from './poultry'
import { SEAFOOD } from './seafood'
import { SOY } from './soy'
import { VEGETABLES } from './vegetables'

export const INGREDIENTS: readonly Ingredient[] = [
  ...MEAT,
  ...POULTRY,
  ...SEAFOOD,
  ...VEGETABLES,
  ...SOY,
  ...GRAIN,
  ...PANTRY,
  ...DAIRY,
]

const BY_ID = new Map(INGREDIENTS.map((ingredient) => [ingredient.id, ingredient]))

/** The ingredient with an id. @throws when there is none. */
export function ingredientOf(id: string): Ingredient {
  const found = BY_ID.get(id)
  if (!found) throw new Error(`no ingredient ${id}`)
  return found
}
