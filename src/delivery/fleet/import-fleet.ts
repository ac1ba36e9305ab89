import type { App } from '../../platform/app'
import { insertAll } from '../../platform/insert-all'
import { couriers, vehicles, windows } from '../schema/fleet'
import { compartments } from '../schema/lockers'

/** What delivery works with at the start. */
export interface ImportFleet {
  readonly vehicles: readonly (typeof vehicles.$inferInsert)[]
  readonly couriers: readonly (typeof couriers.$inferInsert)[]
  readonly windows: readonly (typeof windows.$inferInsert)[]
  readonly compartments: readonly (typeof compartments.$inferInsert)[]
}

/** Writes vehicles, couriers, windows and lockers down; what is known already is left. Answers how many are new. */
export async function importFleet({ db }: App, fleet: ImportFleet) {
  return {
    vehicles: await insertAll(db, vehicles, fleet.vehicles),
    couriers: await insertAll(db, couriers, fleet.couriers),
    windows: await insertAll(db, windows, fleet.windows),
    compartments: await insertAll(db, compartments, fleet.compartments),
  }
}
