import { eq } from 'drizzle-orm'
import { Refusal } from '../../kernel/refusal'
import type { App } from '../../platform/app'
import { note } from '../../platform/audit'
import { vehicles } from '../schema/fleet'

/** Whose a vehicle is; undefined when there is none. */
export async function ownerOfVehicle({ db }: App, id: string) {
  const owner = { operatorId: vehicles.operatorId, siteId: vehicles.siteId }
  const [found] = await db.select(owner).from(vehicles).where(eq(vehicles.id, id))
  return found
}

/** Takes a vehicle out of the fleet or back in. Runs that stand are not touched. @throws Refusal `not_found`. */
export const setVehicle = (app: App, { id, active, actorId }: { id: string; active: boolean; actorId: string }) =>
  app.db.transaction(async (tx) => {
    const [vehicle] = await tx.update(vehicles).set({ active }).where(eq(vehicles.id, id)).returning()
    if (!vehicle) throw new Refusal('not_found')
    const { operatorId } = vehicle
    const entry = { operatorId, actorId, action: 'delivery.set-vehicle', subject: id, detail: { active } }
    await note({ ...app, db: tx }, entry)
    return vehicle
  })
