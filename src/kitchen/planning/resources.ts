import { and, asc, eq, gt } from 'drizzle-orm'
import type { App } from '../../platform/app'
import { crews, outages } from '../schema/planning'
import { stations } from '../schema/stations'

/** What a kitchen works with: places by station, what of them is broken from now on, and its cooks (undefined: enough). */
export async function resourcesOf(app: App, siteId: string) {
  const atSite = await app.db.select().from(stations).where(eq(stations.siteId, siteId))
  const [crew] = await app.db.select().from(crews).where(eq(crews.siteId, siteId))
  return {
    places: new Map(atSite.map(({ code, places }) => [code, places])),
    outages: await outagesAt(app, siteId),
    cooks: crew?.cooks,
  }
}

/** Equipment of a site that is broken now or will be, the first to come first. */
export const outagesAt = (app: App, siteId: string) =>
  app.db
    .select()
    .from(outages)
    .where(and(eq(outages.siteId, siteId), gt(outages.untilAt, app.now())))
    .orderBy(asc(outages.fromAt), asc(outages.id))
