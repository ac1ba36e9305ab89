import { type Allergens, conflictsOf } from '../kernel/allergens'
import { Refusal } from '../kernel/refusal'
import type { Text } from '../kernel/text'

export interface Declared {
  /** What somebody said they cannot eat, and what of it they take all the same. */
  readonly codes: readonly string[]
  readonly acknowledged: readonly string[]
}

/**
 * Passes when no dish has, or may have, what somebody cannot eat, but for what they said they take all the same. Of a dish
 * nobody has assessed everything is possible.
 * @throws Refusal `allergen_declared` with the first such dish
 */
export function refuseAllergens(
  dishes: readonly { readonly name: Text; readonly allergens: Allergens }[],
  { codes, acknowledged }: Declared,
): void {
  for (const { name, allergens } of dishes) {
    const open = conflictsOf(codes, allergens).filter((code) => !acknowledged.includes(code))
    if (open.length > 0) throw new Refusal('allergen_declared', { dish: name.zh, allergens: open.join(', ') })
  }
}
