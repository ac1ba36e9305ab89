import type { App } from '../platform/app'
import { insertAll } from '../platform/insert-all'
import { roomNights, roomTypes, seatPools } from './schema/bookings'
import { offerings, providers } from './schema/offerings'
import { resources, services } from './schema/resources'

export interface ImportOfferings {
  readonly providers: readonly (typeof providers.$inferInsert)[]
  readonly offerings: readonly (typeof offerings.$inferInsert)[]
  readonly resources: readonly (typeof resources.$inferInsert)[]
  readonly services: readonly (typeof services.$inferInsert)[]
  readonly roomTypes: readonly (typeof roomTypes.$inferInsert)[]
  readonly roomNights: readonly (typeof roomNights.$inferInsert)[]
  readonly seatPools: readonly (typeof seatPools.$inferInsert)[]
}

/** Registers who can be booked, what for and when. What is known is left as it is. Returns the new rows by table. */
export const importOfferings = (app: App, input: ImportOfferings): Promise<Record<keyof ImportOfferings, number>> =>
  app.db.transaction(async (tx) => ({
    providers: await insertAll(tx, providers, input.providers),
    offerings: await insertAll(tx, offerings, input.offerings),
    resources: await insertAll(tx, resources, input.resources),
    services: await insertAll(tx, services, input.services),
    roomTypes: await insertAll(tx, roomTypes, input.roomTypes),
    roomNights: await insertAll(tx, roomNights, input.roomNights),
    seatPools: await insertAll(tx, seatPools, input.seatPools),
  }))
