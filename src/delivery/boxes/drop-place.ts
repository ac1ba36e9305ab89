import { eq } from 'drizzle-orm'
import type { App } from '../../platform/app'
import { drops } from '../schema/drops'
import { stops } from '../schema/stops'

/** Where a drop is to go and how large it is; undefined when there is none. */
export async function dropPlace({ db }: App, dropId: string) {
  const [found] = await db
    .select({ communityId: stops.communityId, servicePointId: drops.servicePointId, boxes: drops.boxes })
    .from(drops)
    .innerJoin(stops, eq(stops.id, drops.stopId))
    .where(eq(drops.id, dropId))
  return found
}
