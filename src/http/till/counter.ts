import type { z } from 'zod'
import { type MenuDay, menuDaysOf, offersByIds, offersOn } from '../../catalogue/queries'
import { memberById } from '../../funding/members/find-member'
import { quotePayers } from '../../funding/quote-payers'
import { Refusal } from '../../kernel/refusal'
import { dateIn } from '../../kernel/time'
import { priceBasket } from '../../ordering/price-basket'
import { portionsLeft } from '../../ordering/queries'
import type { App } from '../../platform/app'
import { mealOf } from '../../shopping/ask-payers'
import type { Basket, showTillMenu } from './contract'
import type { TillSite } from './reach'

/** Guests who are no members: they are nobody, and nobody's orders. */
export const WALK_IN = 'per_walk_in'

/** What is sold over a site's counter: the meal that is on, or the day's next. */
export async function readCounter(app: App, site: TillSite): Promise<z.input<(typeof showTillMenu)['answer']>> {
  const now = app.now()
  const today = dateIn(site.zone, now)
  const days = await menuDaysOf(app, [site.id], today, today)
  const day = days.find(({ servesTo }) => now < servesTo)
  const offers = day ? await offersOn(app, [day.id]) : []
  const left = await portionsLeft(
    app,
    offers.map(({ id }) => id),
  )
  return {
    meal: day ? mealView(day, now) : null,
    currency: offers[0]?.currency ?? 'CNY',
    offers: offers.map(({ id, name, art, category, priceMinor }) => {
      return { id, name, art, category, priceMinor, left: Math.max(0, left.get(id)?.left ?? 0) }
    }),
  }
}

/** Doors open a little before the meal, as place_order has it. */
const EARLY_MS = 30 * 60_000

const mealView = ({ period, servesFrom, servesTo, zone }: MenuDay, now: Date) => ({
  period,
  zone,
  servesFrom: servesFrom.toISOString(),
  servesTo: servesTo.toISOString(),
  selling: now.getTime() >= servesFrom.getTime() - EARLY_MS,
})

/** A sale before it is made: what is in it, who eats and who would pay. @throws Refusal `not_found`. */
export async function readSale(app: App, site: TillSite, basket: z.output<typeof Basket>) {
  const rows = await offersByIds(
    app,
    basket.items.map(({ offerId }) => offerId),
  )
  const offered = new Map(rows.map((row) => [row.offer.id, row]))
  const menuDays = new Map(rows.map(({ menuDay }) => [menuDay.id, menuDay]))
  const [day, ...others] = menuDays.values()
  if (!day || others.length > 0 || day.siteId !== site.id) throw new Refusal('not_found')
  const items = basket.items.map(({ offerId, quantity }) => {
    const row = offered.get(offerId)
    if (!row) throw new Refusal('not_found')
    const { id: _id, priceMinor: unitMinor, ...facts } = row.offer
    return { ...facts, offerId, unitMinor, quantity }
  })
  const quote = priceBasket(items, () => 0)
  const member = basket.memberId ? await memberById(app, site.operatorId, basket.memberId) : undefined
  if (basket.memberId && !member) throw new Refusal('not_found')
  const personId = member?.personId ?? WALK_IN
  const meals = quote.groups.flatMap((group) => mealOf(app, site, group, menuDays))
  const payers = await quotePayers(app, {
    personId,
    mode: basket.mode,
    identified: basket.identified,
    payWith: 'private',
    usePurse: basket.payment === 'purse',
    meals,
  })
  return { day, menuDays, quote, member, personId, meals, payers, currency: rows[0]?.offer.currency ?? 'CNY' }
}
