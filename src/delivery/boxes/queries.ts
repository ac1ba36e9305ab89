import { and, asc, eq, gte, inArray, sql } from 'drizzle-orm'
import type { App } from '../../platform/app'
import { fetchBy } from '../domain/hot-holding'
import { drops } from '../schema/drops'
import { compartments } from '../schema/lockers'
import { runs } from '../schema/runs'
import { stops } from '../schema/stops'
import { photos } from '../schema/watch'

/** A photo with whose it is; undefined when there is none. */
export async function photoById({ db }: App, id: string) {
  const [found] = await db
    .select({ photo: photos, operatorId: stops.operatorId, siteId: stops.siteId })
    .from(photos)
    .innerJoin(drops, eq(drops.id, photos.dropId))
    .innerJoin(stops, eq(stops.id, drops.stopId))
    .where(eq(photos.id, id))
  return found
}

/** The compartments of some points, by number. */
export const compartmentsAt = ({ db }: App, servicePointIds: readonly string[]) =>
  db
    .select()
    .from(compartments)
    .where(inArray(compartments.servicePointId, [...servicePointIds]))
    .orderBy(asc(compartments.servicePointId), asc(compartments.number))

/** A compartment; undefined when there is none. */
export async function compartmentById({ db }: App, id: string) {
  const [found] = await db.select().from(compartments).where(eq(compartments.id, id))
  return found
}

/** The lockers a site has brought something to since an instant, or something still lies in. */
export async function lockersOf({ db }: App, siteId: string, since: Date): Promise<string[]> {
  const found = await db
    .selectDistinct({ id: drops.servicePointId })
    .from(drops)
    .innerJoin(stops, eq(stops.id, drops.stopId))
    .where(and(eq(stops.siteId, siteId), eq(drops.pointKind, 'locker'), gte(stops.windowTo, since)))
  return found.map(({ id }) => id)
}

/** Where the groups of an order are: drop, stop and run of each, and how many stops come before. */
export async function deliveryOfOrder({ db }: App, orderId: string) {
  const rows = await db
    .select({
      drop: drops,
      stop: stops,
      runStatus: runs.status,
      compartment: compartments.number,
      stopsBefore: sql<
        number | null
      >`(select count(*)::int from delivery.stops b where b.run_id = ${stops.runId} and b.done_at is null and b.sequence < ${stops.sequence})`,
    })
    .from(drops)
    .innerJoin(stops, eq(stops.id, drops.stopId))
    .leftJoin(runs, eq(runs.id, stops.runId))
    .leftJoin(compartments, eq(compartments.dropId, drops.id))
    .where(and(eq(drops.orderId, orderId), sql`${drops.status} <> 'void'`))
    .orderBy(asc(stops.windowFrom), asc(drops.groupId))
  return rows.map(({ drop, ...rest }) => ({
    ...rest,
    drop,
    fetchBy: drop.status === 'stored' && drop.storedAt ? fetchBy(drop.storedAt) : null,
  }))
}
