import { asc, eq } from 'drizzle-orm'
import type { App } from '../../platform/app'
import { STANDARD_FLEET, type Vehicle } from '../domain/fleet'
import { vehicles } from '../schema/fleet'

/** What a site drives with: its own vehicles that are in use, or the standard fleet when it has named none. */
export async function fleetOf(app: App, siteId: string): Promise<readonly Vehicle[]> {
  const own = await app.db.select().from(vehicles).where(eq(vehicles.siteId, siteId)).orderBy(asc(vehicles.id))
  return own.length === 0 ? STANDARD_FLEET : own.filter(({ active }) => active)
}
