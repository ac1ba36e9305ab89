import type { z } from 'zod'
import { densityIndex } from '../../../delivery/density/density-index'
import { ordersByCommunity } from '../../../delivery/density/orders-by-community'
import { pricesOf } from '../../../delivery/density/route-prices'
import { operatorsByIds } from '../../../places/queries'
import { communityReach, householdsWithin } from '../../../places/reach/reach-of-kitchens'
import type { App } from '../../../platform/app'
import type { showDensity } from './contract'
import { type Asked, scopeOf } from './scope'

const NOWHERE = { zh: '', en: '' }

/** The index of density, with every community of the city: a handful of queries, whatever the number of orders. */
export async function readDensity(
  app: App,
  operatorIds: readonly string[],
  { metres, ...asked }: Asked & { readonly metres: number },
): Promise<z.input<(typeof showDensity)['answer']>> {
  const { city, sites, filter } = await scopeOf(app, operatorIds, asked)
  const where = { operatorIds, cityId: city.id }
  const [{ all, kitchens }, near, prices, operators, reach] = await Promise.all([
    densityIndex(app, filter),
    communityReach(app, where),
    pricesOf(app, operatorIds),
    operatorsByIds(app, operatorIds),
    householdsWithin(app, { ...where, metres }),
  ])
  const siteName = new Map(sites.map(({ id, name }) => [id, name]))
  const operatorName = new Map(operators.map(({ id, name }) => [id, name]))
  const communities = await ordersByCommunity(app, filter, near)
  return {
    cityId: city.id,
    from: filter.from,
    to: filter.to,
    currency: city.currency,
    all,
    kitchens: kitchens.map((kitchen) => ({ ...kitchen, name: siteName.get(kitchen.siteId) ?? NOWHERE })),
    reach: { ...reach, metres },
    communities: communities
      .map(({ metres: kitchenMetres, siteId: kitchenId, ...community }) => ({ ...community, kitchenId, kitchenMetres }))
      .sort((a, b) => b.penetration - a.penetration || b.households - a.households),
    prices: prices.map((price) => ({ ...price, name: operatorName.get(price.operatorId) ?? NOWHERE })),
  }
}
