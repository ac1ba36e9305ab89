import { cellsOf } from '../../../delivery/density/cells'
import { mealsServed, ordersByBuilding } from '../../../delivery/density/orders-by-building'
import { setRoutePrices } from '../../../delivery/density/route-prices'
import { buildingsByIds, communitiesByIds } from '../../../places/queries'
import { proposePlaces } from '../../../places/reach/propose-places'
import { coverageGaps } from '../../../places/reach/reach-of-kitchens'
import { buildingsIn } from '../../../places/reach/reach-queries'
import { requireWithin, tenantsOf } from '../../caller'
import { type Route, serve } from '../../serve'
import * as contract from './contract'
import { readDensity } from './read-density'
import { scopeOf } from './scope'

const WHO = contract.showDensity.who
const NOWHERE = { zh: '', en: '' }
/** More rows than anybody reads. */
const BUILDINGS = 200

/** Where people live close enough together, and where a kitchen is missing. */
export const densityRoutes: readonly Route[] = [
  serve(contract.showDensity, ({ app, caller, query }) => readDensity(app, tenantsOf(caller, WHO), query)),

  serve(contract.listDenseBuildings, async ({ app, caller, query }) => {
    const { filter } = await scopeOf(app, tenantsOf(caller, WHO), query)
    const rows = (await ordersByBuilding(app, filter)).slice(0, BUILDINGS)
    const found = await buildingsByIds(
      app,
      rows.map(({ buildingId }) => buildingId),
    )
    const communities = await communitiesByIds(app, [...new Set(rows.map(({ communityId }) => communityId))])
    const buildingOf = new Map(found.map((building) => [building.id, building]))
    const communityName = new Map(communities.map(({ id, name }) => [id, name]))
    return {
      buildings: rows.map(({ buildingId, communityId, stops, ...row }) => ({
        buildingId,
        name: buildingOf.get(buildingId)?.name ?? NOWHERE,
        community: communityName.get(communityId) ?? NOWHERE,
        households: buildingOf.get(buildingId)?.households ?? 0,
        ...row,
        ordersPerMeal: row.orders / row.meals,
        boxesPerStop: row.boxes / stops,
      })),
    }
  }),

  serve(contract.listDensityCells, async ({ app, caller, query }) => {
    const { city, filter } = await scopeOf(app, tenantsOf(caller, WHO), query)
    const [homes, orders, meals] = await Promise.all([
      buildingsIn(app, city.id),
      ordersByBuilding(app, filter),
      mealsServed(app, filter),
    ])
    return { cells: cellsOf(homes, orders, meals, query.resolution === '8' ? 8 : 9) }
  }),

  serve(contract.listCoverageGaps, async ({ app, caller, query: { cityId, ...near } }) => {
    const operatorIds = tenantsOf(caller, WHO)
    const { city } = await scopeOf(app, operatorIds, { cityId })
    return { gaps: await coverageGaps(app, { operatorIds, cityId: city.id, ...near }) }
  }),

  serve(contract.listCandidates, async ({ app, caller, query: { kind, metres, count, ...asked } }) => {
    const operatorIds = tenantsOf(caller, WHO)
    const { city, filter } = await scopeOf(app, operatorIds, asked)
    const orders = await ordersByBuilding(app, filter)
    const demand = new Map(orders.map(({ buildingId, orders: own }) => [buildingId, own]))
    const where = { operatorIds, cityId: city.id, metres }
    const { households, within, places } = await proposePlaces(app, { ...where, kind, count, demand })
    const communities = await communitiesByIds(app, [...new Set(places.map(({ communityId }) => communityId))])
    const communityName = new Map(communities.map(({ id, name }) => [id, name]))
    return {
      households,
      within,
      candidates: places.map((place) => ({ ...place, community: communityName.get(place.communityId) ?? NOWHERE })),
    }
  }),

  serve(contract.setRoutePrices, async ({ app, caller, params: { operatorId }, body }) => {
    requireWithin(caller, WHO, operatorId)
    await setRoutePrices(app, { operatorId, actorId: caller.personId, ...body })
    return body
  }),
]
