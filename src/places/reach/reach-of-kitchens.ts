import type { Text } from '../../kernel/text'
import type { App } from '../../platform/app'
import { nearnessOf } from './nearness'
import { buildingsIn, type CityOf, communitiesIn, kitchensIn } from './reach-queries'

export interface ReachQuestion extends CityOf {
  /** How far is near, along the straight line. */
  readonly metres: number
}

/** A community and its nearest kitchen; null where the tenant has none in the city. */
export interface CommunityReach {
  readonly communityId: string
  readonly name: Text
  readonly lat: number
  readonly lon: number
  readonly households: number
  readonly siteId: string | null
  readonly metres: number | null
}

/** Every community of a city with its nearest kitchen, measured from its middle; the largest first. */
export async function communityReach(app: App, city: CityOf): Promise<CommunityReach[]> {
  const kitchens = await kitchensIn(app, city)
  const { nearest } = nearnessOf(kitchens)
  const found = await communitiesIn(app, city.cityId)
  return found
    .map(({ id: communityId, ...community }) => {
      const near = nearest(community)
      const siteId = near ? (kitchens[near.index]?.id ?? null) : null
      return { communityId, ...community, siteId, metres: near ? Math.round(near.metres) : null }
    })
    .sort((a, b) => b.households - a.households || (a.communityId < b.communityId ? -1 : 1))
}

/** Communities with more than so many households and no kitchen within so many metres; the largest first. */
export async function coverageGaps(
  app: App,
  { metres, moreThan, ...city }: ReachQuestion & { readonly moreThan: number },
): Promise<CommunityReach[]> {
  const all = await communityReach(app, city)
  return all.filter((each) => each.households > moreThan && (each.metres === null || each.metres > metres))
}

/** Households of a city, and those that have a kitchen within so many metres of their building. */
export async function householdsWithin(
  app: App,
  { metres, ...city }: ReachQuestion,
): Promise<{ households: number; within: number }> {
  const { nearest } = nearnessOf(await kitchensIn(app, city))
  let [households, within] = [0, 0]
  for (const building of await buildingsIn(app, city.cityId)) {
    households += building.households
    const near = nearest(building)
    if (near && near.metres <= metres) within += building.households
  }
  return { households, within }
}
