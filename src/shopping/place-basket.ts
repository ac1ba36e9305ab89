import { noteProxyOrder } from '../funding/members/proxies'
import { Refusal } from '../kernel/refusal'
import { payingBooked, withBooked } from '../ordering/booked/price-booked'
import { type PlacedOrder, type PlaceOrder, placeOrder } from '../ordering/place-order'
import type { FullPlace } from '../places/queries'
import type { App } from '../platform/app'
import type { PaymentProvider } from '../platform/payments/port'
import { askPayers, type Paying } from './ask-payers'
import type { Basket } from './basket'
import type { Known } from './known'
import { type AllTheSame, mayOrder } from './may-order'

export interface BasketToPlace {
  readonly basket: Basket
  readonly place: FullPlace
  readonly paying: Paying
  readonly contact: { readonly name: string; readonly phone: string }
  readonly note: string
  readonly acknowledged: AllTheSame
  /** Held in this transaction. */
  readonly booked: NonNullable<PlaceOrder['booked']>
  readonly receivedAt: Date
  readonly agreedMinor: number
  readonly agreedDueMinor: number | undefined
  /** Nobody is there to pay: what others do not pay in full is refused as `not_covered`. */
  readonly coveredOnly?: boolean
  readonly provider: PaymentProvider
}

/**
 * The one way from a basket to an order, whoever asks for it: allergens and kitchens first, then the payers, then all of it in
 * one statement.
 * @throws Refusal of each of them; `not_covered`.
 */
export async function placeBasket(app: App, known: Known, wish: BasketToPlace): Promise<PlacedOrder> {
  const { basket, paying, acknowledged, booked, coveredOnly, ...rest } = wish
  const eater = paying.proxyFor ?? paying.personId
  const safe = await mayOrder(app, eater, acknowledged, basket)
  const { payers, takePayers } = await askPayers(app, known, paying, wish.place, basket)
  if (coveredOnly && payers.unpaidMinor > 0) throw new Refusal('not_covered', { missingMinor: payers.unpaidMinor })
  const placed = await placeOrder(app, {
    ...rest,
    ...safe,
    payers: payingBooked(payers, booked),
    takePayers,
    personId: paying.personId,
    currency: wish.place.currency,
    quote: withBooked(basket.quote, booked),
    booked,
    slots: basket.menuDays,
  })
  if (paying.proxyFor) await noteProxyOrder(app, placed.order, paying.proxyFor)
  return placed
}
