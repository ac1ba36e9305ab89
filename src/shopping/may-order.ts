import { refuseWhenPaused } from '../kitchen/sold-out/set-intake'
import { refuseAllergens } from '../ordering/refuse-allergens'
import { allergensOf } from '../people/declare-allergens'
import type { App } from '../platform/app'
import type { Basket } from './basket'

/** What somebody takes of an offer although they said that they cannot eat it. */
export type AllTheSame = readonly { readonly offerId: string; readonly codes: readonly string[] }[]

/**
 * Asks whoever will eat what they cannot eat, and the kitchens what they take. Tells what the order keeps of it.
 * @throws Refusal `allergen_declared`, `kitchen_paused`, `kitchen_busy`
 */
export async function mayOrder(
  app: App,
  eaterId: string,
  allTheSame: AllTheSame,
  { quote, menuDays }: Pick<Basket, 'quote' | 'menuDays'>,
) {
  const [codes] = await Promise.all([allergensOf(app, eaterId), refuseWhenPaused(app, [...menuDays.values()])])
  const said = new Map(allTheSame.map((one) => [one.offerId, one.codes]))
  const dishes = quote.groups.flatMap(({ items }) => items)
  return { allergies: codes, acknowledged: refuseAllergens(dishes, { codes, acknowledged: said }) }
}
