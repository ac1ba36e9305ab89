import type { App } from '../platform/app'
import { insertAll } from '../platform/insert-all'
import { stations } from './schema/stations'

/** Sets up the stations of kitchens. Those that stand are left. Returns how many are new. */
export const importStations = (app: App, rows: readonly (typeof stations.$inferInsert)[]): Promise<number> =>
  insertAll(app.db, stations, rows)
