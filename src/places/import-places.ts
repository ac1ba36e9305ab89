import type { App } from '../platform/app'
import { insertAll } from '../platform/insert-all'
import { buildings, cities, communities, coverage, districts, operators, servicePoints, sites } from './schema'

export interface ImportPlaces {
  readonly operators: readonly (typeof operators.$inferInsert)[]
  readonly cities: readonly (typeof cities.$inferInsert)[]
  readonly districts: readonly (typeof districts.$inferInsert)[]
  readonly communities: readonly (typeof communities.$inferInsert)[]
  readonly buildings: readonly (typeof buildings.$inferInsert)[]
  readonly servicePoints: readonly (typeof servicePoints.$inferInsert)[]
  readonly sites: readonly (typeof sites.$inferInsert)[]
  readonly coverage: readonly (typeof coverage.$inferInsert)[]
}

/** Puts whole cities on the map at once, with their tenants and kitchens. What stands already is left. Returns the new rows by table. */
export const importPlaces = (app: App, places: ImportPlaces): Promise<Record<keyof ImportPlaces, number>> =>
  app.db.transaction(async (tx) => ({
    operators: await insertAll(tx, operators, places.operators),
    cities: await insertAll(tx, cities, places.cities),
    districts: await insertAll(tx, districts, places.districts),
    communities: await insertAll(tx, communities, places.communities),
    buildings: await insertAll(tx, buildings, places.buildings),
    servicePoints: await insertAll(tx, servicePoints, places.servicePoints),
    sites: await insertAll(tx, sites, places.sites),
    coverage: await insertAll(tx, coverage, places.coverage),
  }))
