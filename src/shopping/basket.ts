import { Refusal } from '../kernel/refusal'
import type { Text } from '../kernel/text'
import { priceBasket } from '../ordering/price-basket'
import type { FullPlace } from '../places/queries'
import type { App } from '../platform/app'
import { feesAt } from './fees'
import type { Known } from './known'

export interface Wish {
  readonly offerId: string
  readonly quantity: number
}

/** What somebody pays instead of the public price, by dish. */
export type PricesOf = (
  dishes: readonly { readonly dishId: string; readonly operatorId: string }[],
) => Promise<ReadonlyMap<string, number>>

export type Basket = Awaited<ReturnType<typeof readBasket>>

const noPrices: PricesOf = () => Promise.resolve(new Map())

/**
 * A basket at a place, with the prices of this moment. Asks the catalogue what it costs and places who serves, and tells
 * ordering.
 * @throws Refusal `not_found` for an unknown offer, `not_deliverable` for a kitchen that does not serve the place.
 */
export async function readBasket(
  app: App,
  known: Known,
  place: FullPlace,
  wishes: readonly Wish[],
  pricesOf: PricesOf = noPrices,
) {
  const offered = await known.offers(
    app,
    wishes.map(({ offerId }) => offerId),
  )
  const served = await known.served(app, place.communityId)
  const rows = wishes.map(({ offerId, quantity }) => {
    const row = offered.get(offerId)
    if (!row) throw new Refusal('not_found')
    const { siteId, period } = row.menuDay
    if (!served.some((area) => area.siteId === siteId && area.period === period)) {
      throw new Refusal('not_deliverable', { offerId })
    }
    return { ...row, quantity }
  })
  const agreed = await pricesOf(rows.map(({ offer: { dishId, operatorId } }) => ({ dishId, operatorId })))
  const items = rows.map(({ offer, quantity }) => {
    const { id: offerId, priceMinor: unitMinor, ...facts } = offer
    return { ...facts, offerId, unitMinor: agreed.get(facts.dishId) ?? unitMinor, quantity }
  })
  const menuDays = new Map(rows.map(({ menuDay }) => [menuDay.id, menuDay]))
  const feeOf = await feesAt(app, known, place, menuDays)
  const feeReasons = new Map<string, Text>()
  const quote = priceBasket(items, (meal) => {
    const { feeMinor, ruleId, reason } = feeOf(meal)
    if (ruleId) feeReasons.set(meal.menuDayId, reason)
    return feeMinor
  })
  return { quote, menuDays, feeReasons }
}
