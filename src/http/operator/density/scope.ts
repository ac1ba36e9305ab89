import { Refusal } from '../../../kernel/refusal'
import { addDays, dateIn, type MealPeriod, type ServiceDate } from '../../../kernel/time'
import { listCities, sitesOf } from '../../../places/queries'
import type { App } from '../../../platform/app'
import { NO_SITE_ZONE } from '../day'

/** Four weeks: long enough that a rainy Tuesday does not count, short enough to be about now. */
const DAYS = 28

export interface Asked {
  readonly cityId?: string | undefined
  readonly siteId?: string | undefined
  readonly from?: ServiceDate | undefined
  readonly to?: ServiceDate | undefined
  readonly period?: MealPeriod | undefined
}

/**
 * The city, kitchens and days a question is about, all of the caller's own tenants.
 * @throws Refusal `not_found` for an unknown city or somebody else's site.
 */
export async function scopeOf(app: App, operatorIds: readonly string[], asked: Asked) {
  const [own, cities] = await Promise.all([sitesOf(app, operatorIds), listCities(app)])
  const site = own.find(({ id }) => id === asked.siteId)
  if (asked.siteId && !site) throw new Refusal('not_found')
  const cityId = asked.cityId ?? site?.cityId ?? own[0]?.cityId ?? cities[0]?.id
  const city = cities.find(({ id }) => id === cityId)
  if (!city) throw new Refusal('not_found')
  const sites = own.filter((each) => each.cityId === city.id && (!site || each.id === site.id))
  const to = asked.to ?? dateIn(sites[0]?.zone ?? NO_SITE_ZONE, app.now())
  const from = asked.from ?? addDays(to, 1 - DAYS)
  const siteIds = sites.map(({ id }) => id)
  return { city, sites, filter: { operatorIds, siteIds, from, to, period: asked.period } }
}
