import { menusAhead } from '../../../catalogue/menus/menus-ahead'
import { replaceMenuDay } from '../../../catalogue/menus/replace-menu-day'
import { setCalendar } from '../../../catalogue/menus/set-calendar'
import { cookedDishesOf } from '../../../catalogue/queries'
import { Refusal } from '../../../kernel/refusal'
import { dateIn } from '../../../kernel/time'
import { listCities, siteById, sitesOf } from '../../../places/queries'
import type { App } from '../../../platform/app'
import { type Caller, requireWithin, tenantsOf } from '../../caller'
import { type Route, serve } from '../../serve'
import * as contract from './contract'

const WHO = contract.showMenus.who

async function ownSite(app: App, caller: Caller, siteId: string) {
  const site = await siteById(app, siteId)
  if (!site) throw new Refusal('not_found')
  requireWithin(caller, WHO, site.operatorId)
  return site
}

/** Operators see and change what their kitchens serve. */
export const menuRoutes: readonly Route[] = [
  serve(contract.showMenus, async ({ app, caller, query }) => {
    const sites = await sitesOf(app, tenantsOf(caller, WHO))
    const site = query.siteId ? await ownSite(app, caller, query.siteId) : sites[0]
    const named = sites.map(({ id, name }) => ({ id, name }))
    const nothing = { calendar: { closedOnHolidays: false, madeUpAs: null }, days: [], dishes: [] }
    if (!site) return { sites: named, siteId: null, ...nothing }
    const { id: siteId, zone, operatorId } = site
    const { calendar, days } = await menusAhead(app, { siteId, zone, from: dateIn(zone, app.now()) })
    return {
      sites: named,
      siteId,
      calendar: calendar ?? nothing.calendar,
      days: days.map(({ cutoffAt, ...day }) => ({ ...day, cutoffAt: cutoffAt.toISOString() })),
      dishes: await cookedDishesOf(app, operatorId),
    }
  }),

  serve(contract.replaceMenuDay, async ({ app, caller, params, body }) => {
    const { operatorId, cityId } = await ownSite(app, caller, params.siteId)
    const currency = (await listCities(app)).find(({ id }) => id === cityId)?.currency ?? 'cny'
    await replaceMenuDay(app, { ...params, ...body, operatorId, currency, actorId: caller.personId })
    return { replaced: body.dishes !== null }
  }),

  serve(contract.setCalendar, async ({ app, caller, params: { siteId }, body }) => {
    const { operatorId } = await ownSite(app, caller, siteId)
    await setCalendar(app, { ...body, operatorId, siteId, actorId: caller.personId })
    return body
  }),
]
