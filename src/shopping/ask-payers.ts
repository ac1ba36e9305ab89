import type { MenuDay } from '../catalogue/queries'
import { agreedPrices } from '../funding/companies/agreed-prices'
import { requireProxy } from '../funding/members/proxies'
import { quotePayers } from '../funding/quote-payers'
import { takePayers } from '../funding/take-payers'
import { Refusal } from '../kernel/refusal'
import { dateIn } from '../kernel/time'
import type { FullPlace } from '../places/queries'
import type { App } from '../platform/app'
import type { Basket, PricesOf } from './basket'
import type { Known } from './known'

/** With whose money somebody shops. */
export interface Paying {
  readonly personId: string
  readonly payWith: 'company' | 'private'
  readonly usePurse: boolean
  /** Whose meal it is, where somebody orders for a relative. */
  readonly proxyFor?: string
}

/** The price list of a company, for its people who pay with its money. */
export const pricesFor = (app: App, { personId, payWith }: Paying): PricesOf | undefined =>
  payWith === 'company' ? (dishes) => agreedPrices(app, personId, dishes) : undefined

/**
 * Who would pay a basket now, and how their parts are taken with the order.
 * @throws Refusal `not_employed` where somebody pays with the money of a company they do not work for, `proxy_not_agreed`
 * where they order for somebody who has not agreed.
 */
export async function askPayers(app: App, known: Known, paying: Paying, place: FullPlace, { quote, menuDays }: Basket) {
  const { personId, proxyFor } = paying
  if (proxyFor) await requireProxy(app, personId, proxyFor)
  const alone =
    quote.groups.length === 0 ||
    (paying.payWith === 'private' && !paying.usePurse && !(await known.isMember(app, proxyFor ?? personId)))
  const meals = alone ? [] : quote.groups.flatMap((group) => mealOf(app, place, group, menuDays))
  const payers = alone
    ? { payers: [], unpaid: new Map<string, number>(), unpaidMinor: quote.totalMinor }
    : await quotePayers(app, { ...paying, mode: modeOf(place), meals })
  if (paying.payWith === 'company' && meals.length > 0 && !payers.payers.some(({ companyId }) => companyId))
    throw new Refusal('not_employed')
  return { payers, takePayers: takePayers(payers, meals) }
}

/** A basket's group as its payers see it; a group of an unknown day is nobody's. */
export function mealOf(
  app: App,
  { zone }: Pick<FullPlace, 'zone'>,
  group: Basket['quote']['groups'][number],
  days: ReadonlyMap<string, MenuDay>,
) {
  const { menuDayId: groupKey, operatorId, items, feeMinor } = group
  const day = days.get(groupKey)
  if (!day) return []
  const { siteId, serviceDate, period } = day
  const food = items.map(({ offerId: id, unitMinor, quantity }) => {
    return { id, kind: 'food' as const, amountMinor: unitMinor * quantity }
  })
  const fee = { id: `fee:${groupKey}`, kind: 'delivery_fee' as const, amountMinor: feeMinor }
  return [
    { groupKey, operatorId, siteId, serviceDate, period, today: dateIn(zone, app.now()), charges: [...food, fee] },
  ]
}

/** What is eaten where it is cooked counts as dine-in; what waits in a locker or at a desk was taken away. */
const modeOf = ({ kind }: FullPlace) => (kind === 'canteen' ? 'dine_in' : 'delivery')
