import { statement } from '../../funding/queries'
import { Refusal } from '../../kernel/refusal'
import { addDays, instantOf } from '../../kernel/time'
import { ordersOfDay } from '../../ordering/figures'
import { buildingsByIds, cityMap, communitiesByIds, listCities, sitesOf } from '../../places/queries'
import type { ServiceClock } from '../../platform/clock'
import { tenantsOf } from '../caller'
import { type Route, serve } from '../serve'
import * as contract from './contract'
import { NO_SITE_ZONE, readDay } from './day'

const WHO = contract.showDay.who
const NOWHERE = { zh: '', en: '' }

/** Those who run the service see how it goes; never a resident's name or number. */
export const operatorRoutes = (clock: ServiceClock): Route[] => [
  serve(contract.showDay, ({ app, caller, query }) => readDay(app, tenantsOf(caller, WHO), query.date)),

  serve(contract.listDayOrders, async ({ app, caller, query }) => {
    const orders = await ordersOfDay(app, { operatorIds: tenantsOf(caller, WHO), date: query.date })
    const communities = await communitiesByIds(app, [...new Set(orders.map(({ communityId }) => communityId))])
    const buildings = await buildingsByIds(app, [...new Set(orders.map(({ buildingId }) => buildingId))])
    const sites = new Map((await sitesOf(app, tenantsOf(caller, WHO))).map((site) => [site.id, site]))
    const communityName = new Map(communities.map(({ id, name }) => [id, name]))
    const buildingName = new Map(buildings.map(({ id, name }) => [id, name]))
    return {
      orders: orders.map(({ communityId, buildingId, siteId, receivedAt, ...order }) => ({
        ...order,
        receivedAt: receivedAt.toISOString(),
        site: sites.get(siteId)?.name ?? NOWHERE,
        zone: sites.get(siteId)?.zone ?? NO_SITE_ZONE,
        community: communityName.get(communityId) ?? NOWHERE,
        building: buildingName.get(buildingId) ?? NOWHERE,
      })),
    }
  }),

  serve(contract.listMapCities, async ({ app }) => {
    return { cities: (await listCities(app)).map(({ id, name }) => ({ id, name })) }
  }),

  serve(contract.showMap, async ({ app, params }) => {
    const map = await cityMap(app, params.cityId)
    if (!map) throw new Refusal('not_found')
    return contract.showMap.answer.parse(map)
  }),

  serve(contract.showStatement, async ({ app, caller, query: { from, to } }) => {
    const operatorIds = tenantsOf(caller, WHO)
    const zone = (await sitesOf(app, operatorIds))[0]?.zone ?? NO_SITE_ZONE
    const start = instantOf(from, '00:00', zone)
    const end = instantOf(addDays(to, 1), '00:00', zone)
    return { lines: await statement(app, operatorIds, start, end) }
  }),

  serve(contract.setClock, async ({ app, body }) => {
    if (!app.config.DEMO) throw new Refusal('not_found')
    await clock.set(new Date(body.at))
    return { now: app.now().toISOString() }
  }),
]
