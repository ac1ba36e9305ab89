import { ALLERGEN_NAMES, type Allergens, conflictsOf } from '../kernel/allergens'
import { Refusal } from '../kernel/refusal'
import type { Text } from '../kernel/text'

export interface Declared {
  /** What whoever eats it said they cannot eat. */
  readonly codes: readonly string[]
  /** What of it they take all the same, by offer. */
  readonly acknowledged: ReadonlyMap<string, readonly string[]>
}

/**
 * What somebody cannot eat and takes all the same, by offer. A dish that has, or may have, what they did not say so of is
 * refused; of a dish nobody has assessed everything is possible.
 * @throws Refusal `allergen_declared` with the first such dish
 */
export function refuseAllergens(
  dishes: readonly { readonly offerId: string; readonly name: Text; readonly allergens: Allergens }[],
  { codes, acknowledged }: Declared,
): ReadonlyMap<string, readonly string[]> {
  const taken = new Map<string, readonly string[]>()
  for (const { offerId, name, allergens } of dishes) {
    const hits = conflictsOf(codes, allergens)
    if (hits.length === 0) continue
    const open = hits.filter((code) => !acknowledged.get(offerId)?.includes(code))
    if (open.length > 0) throw new Refusal('allergen_declared', { dish: name, allergens: inWords(open) })
    taken.set(offerId, hits)
  }
  return taken
}

function inWords(codes: readonly string[]): Text {
  const names = codes.map((code) => ALLERGEN_NAMES[code] ?? { zh: code, en: code })
  return { zh: names.map(({ zh }) => zh).join('、'), en: names.map(({ en }) => en).join(', ') }
}
