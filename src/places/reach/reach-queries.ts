import { and, eq, inArray } from 'drizzle-orm'
import type { App } from '../../platform/app'
import { buildings, communities, servicePoints, sites } from '../schema'

/** Whose kitchens, and in which city. */
export interface CityOf {
  readonly operatorIds: readonly string[]
  readonly cityId: string
}

/** Where the tenants cook in a city. Canteens feed who comes to them, so they are not counted. */
export const kitchensIn = (app: App, { operatorIds, cityId }: CityOf) =>
  app.db
    .select({ id: sites.id, name: sites.name, lat: sites.lat, lon: sites.lon })
    .from(sites)
    .where(
      and(
        inArray(sites.operatorId, [...operatorIds]),
        eq(sites.cityId, cityId),
        inArray(sites.kind, ['kitchen', 'central_kitchen']),
      ),
    )
    .orderBy(sites.id)

/** All communities of a city. */
export const communitiesIn = (app: App, cityId: string) =>
  app.db
    .select({
      id: communities.id,
      name: communities.name,
      lat: communities.lat,
      lon: communities.lon,
      households: communities.households,
    })
    .from(communities)
    .where(eq(communities.cityId, cityId))
    .orderBy(communities.id)

/** All buildings of a city, with the households in them. */
export const buildingsIn = (app: App, cityId: string) =>
  app.db
    .select({
      id: buildings.id,
      name: buildings.name,
      communityId: buildings.communityId,
      lat: buildings.lat,
      lon: buildings.lon,
      households: buildings.households,
    })
    .from(buildings)
    .innerJoin(communities, eq(communities.id, buildings.communityId))
    .where(eq(communities.cityId, cityId))
    .orderBy(buildings.id)

/** Buildings of a city that have a locker. */
export const lockersIn = (app: App, cityId: string) =>
  app.db
    .selectDistinct({ id: buildings.id, lat: buildings.lat, lon: buildings.lon })
    .from(servicePoints)
    .innerJoin(buildings, eq(buildings.id, servicePoints.buildingId))
    .innerJoin(communities, eq(communities.id, buildings.communityId))
    .where(and(eq(communities.cityId, cityId), eq(servicePoints.kind, 'locker')))
