import type { App } from '../platform/app'
import { insertAll } from '../platform/insert-all'
import { crews } from './schema/planning'
import { stations } from './schema/stations'

/** Sets up the stations of kitchens. Those that stand are left. Returns how many are new. */
export const importStations = (app: App, rows: readonly (typeof stations.$inferInsert)[]): Promise<number> =>
  insertAll(app.db, stations, rows)

/** Says how many cooks kitchens have at once. Those who said so are left. Returns how many are new. */
export const importCrews = (app: App, rows: readonly (typeof crews.$inferInsert)[]): Promise<number> =>
  insertAll(app.db, crews, rows)
