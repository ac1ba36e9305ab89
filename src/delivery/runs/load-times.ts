import { eq, sql } from 'drizzle-orm'
import type { App } from '../../platform/app'
import { drops } from '../schema/drops'
import { runs } from '../schema/runs'
import { stops } from '../schema/stops'

/** The runs of a menu day as the kitchen sees them: when each is loaded, its last drop, and the groups on board. One query. */
export const loadTimes = (app: App, menuDayId: string) =>
  app.db
    .select({
      runId: runs.id,
      loadAt: runs.departAt,
      lastDropAt: sql<Date>`max(coalesce(${stops.plannedEta}, ${runs.returnAt}))`.mapWith(stops.plannedEta),
      groupIds: sql<string[]>`array_agg(${drops.groupId} order by ${drops.groupId})`,
    })
    .from(runs)
    .innerJoin(stops, eq(stops.runId, runs.id))
    .innerJoin(drops, eq(drops.stopId, stops.id))
    .where(eq(runs.menuDayId, menuDayId))
    .groupBy(runs.id, runs.departAt)
    .orderBy(runs.departAt, runs.id)
