import { dishesByIds, plannedMenu } from '../src/catalogue/queries'
import { addDays, dateIn } from '../src/kernel/time'
import { siteById } from '../src/places/queries'
import { onOutside } from '../src/platform/consume'
import { ForecastRequested } from '../src/procurement/events'
import { forecastSite } from '../src/procurement/forecasting/forecast-site'

/** Menus are published this far ahead. */
const HORIZON_DAYS = 14

/** Somebody, or the night, asks what a site will sell. Takes seconds in a thread, so no transaction is held meanwhile. */
const foreseeSite = onOutside(ForecastRequested, async (app, { runId, operatorId, siteId }) => {
  const zone = (await siteById(app, siteId))?.zone
  if (!zone) return
  const today = dateIn(zone, app.now())
  const menu = await plannedMenu(app, siteId, today, addDays(today, HORIZON_DAYS))
  const dishes = await dishesByIds(app, [...new Set(menu.map(({ dishId }) => dishId))])
  const dishNames = new Map(dishes.map(({ id, name }) => [id, name.zh]))
  await forecastSite(app, { runId, operatorId, siteId, zone, menu, dishNames })
})

/** Forecasts wait for each other in a queue of their own, so that no order waits for them. */
export const forecasting = [foreseeSite]
