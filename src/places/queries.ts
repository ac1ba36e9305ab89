import { and, asc, eq, inArray } from 'drizzle-orm'
import type { Text } from '../kernel/text'
import type { MealPeriod } from '../kernel/time'
import type { App } from '../platform/app'
import { buildings, cities, communities, coverage, districts, operators, servicePoints, sites } from './schema'

/** Where somebody is served, from the point of hand-over up to the city. */
export interface FullPlace {
  readonly servicePointId: string
  readonly kind: 'door' | 'lobby' | 'locker' | 'desk' | 'canteen'
  readonly point: Text
  readonly buildingId: string
  readonly building: Text
  readonly lat: number
  readonly lon: number
  readonly communityId: string
  readonly community: Text
  readonly siteType: string
  readonly cityId: string
  readonly city: Text
  readonly zone: string
  readonly currency: string
  readonly feeMinor: number
}

const fullPlace = {
  servicePointId: servicePoints.id,
  kind: servicePoints.kind,
  point: servicePoints.name,
  buildingId: buildings.id,
  building: buildings.name,
  lat: buildings.lat,
  lon: buildings.lon,
  communityId: communities.id,
  community: communities.name,
  siteType: communities.siteType,
  cityId: cities.id,
  city: cities.name,
  zone: cities.zone,
  currency: cities.currency,
  feeMinor: servicePoints.feeMinor,
}

/** Service points with all that stands above them; unknown ids are left out. */
export const pointsByIds = (app: App, ids: readonly string[]): Promise<FullPlace[]> =>
  app.db
    .select(fullPlace)
    .from(servicePoints)
    .innerJoin(buildings, eq(buildings.id, servicePoints.buildingId))
    .innerJoin(communities, eq(communities.id, buildings.communityId))
    .innerJoin(cities, eq(cities.id, communities.cityId))
    .where(inArray(servicePoints.id, [...ids]))

/** The sites that serve a community, by meal period. */
export const coverageOf = (app: App, communityId: string): Promise<{ siteId: string; period: MealPeriod }[]> =>
  app.db
    .select({ siteId: coverage.siteId, period: coverage.period })
    .from(coverage)
    .where(eq(coverage.communityId, communityId))

export const listCities = (app: App) =>
  app.db
    .select({ id: cities.id, name: cities.name, zone: cities.zone, currency: cities.currency })
    .from(cities)
    .orderBy(cities.id)

export const listCommunities = (app: App) =>
  app.db
    .select({
      id: communities.id,
      cityId: communities.cityId,
      name: communities.name,
      district: districts.name,
      siteType: communities.siteType,
      households: communities.households,
    })
    .from(communities)
    .innerJoin(districts, eq(districts.id, communities.districtId))
    .orderBy(communities.id)

/** The buildings of a community, each row with one of its service points. */
export const listPointsIn = (app: App, communityId: string) =>
  app.db
    .select({
      building: { id: buildings.id, name: buildings.name, floors: buildings.floors, lift: buildings.lift },
      point: {
        id: servicePoints.id,
        kind: servicePoints.kind,
        name: servicePoints.name,
        feeMinor: servicePoints.feeMinor,
      },
    })
    .from(buildings)
    .innerJoin(servicePoints, eq(servicePoints.buildingId, buildings.id))
    .where(eq(buildings.communityId, communityId))
    .orderBy(asc(buildings.id), asc(servicePoints.id))

export const buildingsByIds = (app: App, ids: readonly string[]) =>
  app.db
    .select()
    .from(buildings)
    .where(inArray(buildings.id, [...ids]))

export const communitiesByIds = (app: App, ids: readonly string[]) =>
  app.db
    .select()
    .from(communities)
    .where(inArray(communities.id, [...ids]))

export async function siteById(app: App, id: string) {
  const [site] = await app.db.select().from(sites).where(eq(sites.id, id))
  return site
}

export const sitesByIds = (app: App, ids: readonly string[]) =>
  app.db
    .select()
    .from(sites)
    .where(inArray(sites.id, [...ids]))

/** All sites of some tenants, or only those of one kind. */
export const sitesOf = (app: App, operatorIds: readonly string[], kind?: 'central_kitchen' | 'kitchen' | 'canteen') =>
  app.db
    .select()
    .from(sites)
    .where(and(inArray(sites.operatorId, [...operatorIds]), kind ? eq(sites.kind, kind) : undefined))
    .orderBy(sites.id)

export const operatorsByIds = (app: App, ids: readonly string[]) =>
  app.db
    .select()
    .from(operators)
    .where(inArray(operators.id, [...ids]))

export const listOperators = (app: App) => app.db.select().from(operators).orderBy(operators.id)

/** A city's map as it was drawn; undefined for an unknown city. */
export async function cityMap(app: App, cityId: string): Promise<unknown> {
  const [city] = await app.db.select({ map: cities.map }).from(cities).where(eq(cities.id, cityId))
  return city?.map
}
