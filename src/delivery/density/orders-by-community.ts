import type { App } from '../../platform/app'
import { penetration } from '../domain/penetration'
import type { DensityFilter } from './density-filter'
import { type BuildingOrders, mealsServed, ordersByBuilding } from './orders-by-building'

/** What a community ordered. The two ratios are null where nobody did. */
export interface CommunityOrders {
  readonly orders: number
  readonly boxes: number
  readonly buildings: number
  /** Orders of one building in one meal. */
  readonly ordersPerBuilding: number | null
  readonly boxesPerStop: number | null
  readonly penetration: number
}

/** Every community asked for with what it ordered, in the order asked. */
export async function ordersByCommunity<C extends { readonly communityId: string; readonly households: number }>(
  app: App,
  filter: DensityFilter,
  communities: readonly C[],
): Promise<(C & CommunityOrders)[]> {
  const [rows, meals] = await Promise.all([ordersByBuilding(app, filter), mealsServed(app, filter)])
  const byCommunity = new Map<string, BuildingOrders[]>()
  for (const row of rows) byCommunity.set(row.communityId, [...(byCommunity.get(row.communityId) ?? []), row])
  return communities.map((community) => {
    const own = byCommunity.get(community.communityId) ?? []
    const total = (key: 'orders' | 'boxes' | 'stops' | 'meals') => own.reduce((sum, row) => sum + row[key], 0)
    const [orders, boxes] = [total('orders'), total('boxes')]
    return {
      ...community,
      orders,
      boxes,
      buildings: own.length,
      ordersPerBuilding: own.length > 0 ? orders / total('meals') : null,
      boxesPerStop: own.length > 0 ? boxes / total('stops') : null,
      penetration: penetration({ orders, households: community.households, meals }),
    }
  })
}
