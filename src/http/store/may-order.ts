import { refuseWhenPaused } from '../../kitchen/sold-out/set-intake'
import { refuseAllergens } from '../../ordering/refuse-allergens'
import { allergensOf } from '../../people/declare-allergens'
import type { App } from '../../platform/app'
import type { readBasket } from './basket'

type Basket = Pick<Awaited<ReturnType<typeof readBasket>>, 'quote' | 'menuDays'>

/**
 * Asks the person what they cannot eat and the kitchens what they take.
 * @throws Refusal `allergen_declared`, `kitchen_paused`, `kitchen_busy`
 */
export async function mayOrder(
  app: App,
  personId: string,
  acknowledged: readonly string[],
  { quote, menuDays }: Basket,
): Promise<void> {
  const [codes] = await Promise.all([allergensOf(app, personId), refuseWhenPaused(app, [...menuDays.values()])])
  refuseAllergens(
    quote.groups.flatMap(({ items }) => items),
    { codes, acknowledged },
  )
}
