import { expireHolds as expireBookings } from '../src/booking/expire-holds'
import { callOffShort } from '../src/booking/desk/call-off'
import { remindDue } from '../src/booking/remind-due'
import { offerPlaces } from '../src/booking/waiting/offer-places'
import { publishMenus } from '../src/catalogue/publish-menus'
import { refreshIngredients } from '../src/catalogue/recipes/refresh-ingredients'
import { discardOverdue } from '../src/delivery/boxes/discard-overdue'
import { followRuns } from '../src/delivery/watch/follow-runs'
import { dateIn } from '../src/kernel/time'
import { askThermometers } from '../src/kitchen/safety/log-readings'
import { closeDueMenus } from '../src/ordering/close-due-menus'
import { bookPayment } from '../src/funding/book-payment'
import { releaseOrders } from '../src/funding/funds'
import { watchCredit } from '../src/funding/statements/watch-credit'
import { expireHolds } from '../src/ordering/expire-holds'
import { followRefunds } from '../src/ordering/refunding/follow-refunds'
import { watchSatisfaction } from '../src/ordering/ratings/watch-satisfaction'
import { listCities, listOperators, sitesOf } from '../src/places/queries'
import type { App } from '../src/platform/app'
import type { Commerce } from '../src/platform/commerce'
import type { Payments } from '../src/platform/payments/open'
import { localThermometers } from '../src/platform/thermometers/local'
import { prune } from '../src/platform/prune'
import type { Chore } from '../src/platform/schedule'
import { requestNightlyForecasts } from '../src/procurement/forecasting/request-forecast'
import { requestNightlyReviews } from '../src/procurement/planning/request-nightly-reviews'
import { ingredientLabels } from '../src/procurement/queries'
import { lapseProposals } from '../src/procurement/purchasing/lapse-proposals'
import { warnCertificates } from '../src/procurement/suppliers/warn-certificates'
import { placeStanding } from '../src/shopping/place-standing'
import { keepBook } from './commerce'
import { reweighGaps, weighGaps } from './gaps'

/** Menus stand this far ahead. */
const HORIZON_DAYS = 14

/** Publishes the days that came into view since yesterday, for every site that has a menu cycle. */
async function publishAhead(app: App): Promise<void> {
  const operators = await listOperators(app)
  const cities = new Map((await listCities(app)).map((city) => [city.id, city]))
  for (const { id: siteId, operatorId, zone, cityId } of await sitesOf(
    app,
    operators.map(({ id }) => id),
  )) {
    const currency = cities.get(cityId)?.currency ?? 'cny'
    await publishMenus(app, { operatorId, siteId, zone, currency, from: dateIn(zone, app.now()), days: HORIZON_DAYS })
  }
}

/** Every kitchen of every tenant. */
async function allSites(app: App) {
  const operators = await listOperators(app)
  return sitesOf(
    app,
    operators.map(({ id }) => id),
  )
}

/** What suppliers say of their goods is on the labels of all they are in. */
const followIngredients = async (app: App) => refreshIngredients(app, await ingredientLabels(app))

/** Every kitchen is forecast, and its stock looked at, once a night. */
const forecastDemand = async (app: App) => requestNightlyForecasts(app, await allSites(app))
const reviewStock = async (app: App) => requestNightlyReviews(app, await allSites(app))

/** What time brings about, by state and not by the tick. */
export const chores = (commerce: Commerce, payments: Payments): Chore[] => [
  { name: 'close-due-menus', everyMs: 2_000, run: closeDueMenus },
  { name: 'follow-runs', everyMs: 15_000, run: followRuns },
  { name: 'discard-overdue', everyMs: 30_000, run: discardOverdue },
  { name: 'watch-credit', everyMs: 60_000, run: watchCredit },
  { name: 'expire-holds', everyMs: 5_000, run: (app) => expireHolds(app, releaseOrders) },
  { name: 'follow-refunds', everyMs: 60_000, run: (app) => followRefunds(app, payments, bookPayment) },
  { name: 'expire-bookings', everyMs: 10_000, run: expireBookings },
  { name: 'offer-places', everyMs: 10_000, run: offerPlaces },
  { name: 'call-off-short', everyMs: 30_000, run: callOffShort },
  { name: 'remind-due', everyMs: 60_000, run: remindDue },
  { name: 'keep-book', everyMs: 30_000, run: (app) => keepBook(app, commerce) },
  { name: 'place-standing', everyMs: 60_000, run: placeStanding(payments.current) },
  { name: 'publish-menus', everyMs: 60_000, run: publishAhead },
  { name: 'follow-ingredients', everyMs: 5_000, run: followIngredients },
  { name: 'forecast-demand', everyMs: 60_000, run: forecastDemand },
  { name: 'review-stock', everyMs: 60_000, run: reviewStock },
  { name: 'weigh-gaps', everyMs: 3_000, run: weighGaps },
  { name: 'reweigh-gaps', everyMs: 60_000, run: reweighGaps },
  { name: 'lapse-proposals', everyMs: 60_000, run: lapseProposals },
  { name: 'warn-certificates', everyMs: 60_000, run: warnCertificates },
  { name: 'ask-thermometers', everyMs: 60_000, run: (app) => askThermometers(app, localThermometers) },
  { name: 'watch-satisfaction', everyMs: 300_000, run: watchSatisfaction },
  { name: 'prune', everyMs: 3_600_000, run: prune },
]
