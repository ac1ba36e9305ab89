import { type MenuDay, menuDaysOf, offersOn } from '../catalogue/queries'
import { Refusal } from '../kernel/refusal'
import { addDays, dateIn, type ServiceDate } from '../kernel/time'
import { portionsLeft } from '../ordering/queries'
import { fittingOffers } from '../ordering/standing/fitting-offers'
import { type OrderDay, placeDay } from '../ordering/standing/place-day'
import { daysOf, type PlannedDay, plansBetween, wants } from '../ordering/standing/queries'
import type { FullPlace } from '../places/queries'
import type { App } from '../platform/app'
import type { PaymentProvider } from '../platform/payments/port'
import { pricesFor } from './ask-payers'
import { readBasket } from './basket'
import { type Known, openKnown } from './known'
import { placeBasket } from './place-basket'

/** Ordered this long before the cut-off: late enough for people to think again, early enough to be tried again. */
const LEAD_MS = 36 * 3_600_000
/** Menus stand this far ahead, and weekly cut-offs lie that far before their last day. */
const HORIZON_DAYS = 14
/** What could not be ordered is tried again after this. */
const AGAIN_MS = 30 * 60_000
/** Dishes tried for one meal, when one after another is too dear for whoever pays or contains what the person cannot eat. */
const TRIES = 12

/** Orders what standing plans want of the meals whose cut-off comes near. By state: a late run misses only what has closed. */
export const placeStanding = (provider: PaymentProvider) => {
  const known = openKnown()
  return async (app: App): Promise<number> => {
    const today = dateIn('UTC', app.now())
    const plans = await plansBetween(app, addDays(today, -1), addDays(today, HORIZON_DAYS))
    if (plans.length === 0) return 0
    const told = await daysOf(
      app,
      plans.map(({ id }) => id),
      addDays(today, -1),
    )
    const before = new Map(told.map((day) => [keyOf(day.planId, day.serviceDate, day.period), day]))
    const meals = new Map<string, MenuDay[]>()
    let placed = 0
    for (const plan of plans) {
      const place = await known.place(app, plan.servicePointId)
      const menus = meals.get(place.communityId) ?? (await closingSoon(app, known, place))
      meals.set(place.communityId, menus)
      for (const meal of mealsOf(menus)) {
        const [{ serviceDate, period }] = meal
        const was = before.get(keyOf(plan.id, serviceDate, period))
        if (!wants(plan, serviceDate, period) || !isDue(app, was)) continue
        const day = { planId: plan.id, serviceDate, period }
        if (await placeDay(app, day, orderOf(known, provider, place, meal))) placed++
      }
    }
    return placed
  }
}

const keyOf = (planId: string, date: ServiceDate, period: string) => `${planId} ${date} ${period}`

const isDue = (app: App, was: PlannedDay | undefined): boolean =>
  !was || (was.status === 'not_placed' && app.now().getTime() - was.at.getTime() >= AGAIN_MS)

/** Published meals of a place whose orders are open and close before long. */
async function closingSoon(app: App, known: Known, { communityId, zone }: FullPlace): Promise<MenuDay[]> {
  const served = await known.served(app, communityId)
  const today = dateIn(zone, app.now())
  const sites = [...new Set(served.map(({ siteId }) => siteId))]
  const days = await menuDaysOf(app, sites, today, addDays(today, HORIZON_DAYS))
  return days.filter(({ siteId, period, cutoffAt }) => {
    const left = cutoffAt.getTime() - app.now().getTime()
    return left > 0 && left <= LEAD_MS && served.some((area) => area.siteId === siteId && area.period === period)
  })
}

/** The kitchens' menus of one date and period together. */
function mealsOf(menus: readonly MenuDay[]): (readonly [MenuDay, ...MenuDay[]])[] {
  const byMeal = new Map<string, [MenuDay, ...MenuDay[]]>()
  for (const menu of menus) {
    const key = `${menu.serviceDate} ${menu.period}`
    const meal = byMeal.get(key)
    if (meal) meal.push(menu)
    else byMeal.set(key, [menu])
  }
  return [...byMeal.values()]
}

/** Goes the way every basket goes, with the first dish that can be had and is paid in full. */
const orderOf =
  (known: Known, provider: PaymentProvider, place: FullPlace, meal: readonly MenuDay[]): OrderDay =>
  async (app, plan, wish) => {
    const { personId, payWith, usePurse, note, contactName: name, contactPhone: phone } = plan
    const paying = { personId, payWith, usePurse }
    const offers = await offersOn(
      app,
      meal.map(({ id }) => id),
    )
    const left = await portionsLeft(
      app,
      offers.map(({ id }) => id),
    )
    const agreed = await pricesFor(app, paying)?.(offers)
    const onOffer = offers.map(({ id: offerId, dishId, priceMinor }) => ({
      offerId,
      dishId,
      unitMinor: agreed?.get(dishId) ?? priceMinor,
      left: left.get(offerId)?.left ?? 0,
    }))
    let refused = new Refusal('no_dish_fits')
    for (const { offerId } of fittingOffers(wish, onOffer).slice(0, TRIES)) {
      try {
        return await app.db.transaction(async (tx) => {
          const within = { ...app, db: tx }
          const items = [{ offerId, quantity: wish.quantity }]
          const basket = await readBasket(within, known, place, items, pricesFor(within, paying))
          const { order } = await placeBasket(within, known, {
            basket,
            place,
            paying,
            note,
            provider,
            contact: { name, phone },
            acknowledged: [],
            booked: [],
            receivedAt: app.now(),
            coveredOnly: true,
            agreedMinor: basket.quote.totalMinor,
            agreedDueMinor: 0,
          })
          return { orderId: order.id }
        })
      } catch (error) {
        if (!(error instanceof Refusal)) throw error
        // the last word is not the best one: what is too dear stays the reason where something else was only sold out
        if (refused.code !== 'not_covered') refused = error
      }
    }
    throw refused
  }
