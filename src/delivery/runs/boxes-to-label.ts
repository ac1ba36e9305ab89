import { and, eq, ne } from 'drizzle-orm'
import type { App } from '../../platform/app'
import { drops } from '../schema/drops'
import { runs } from '../schema/runs'
import { stops } from '../schema/stops'

/** Every group of a menu day that goes somewhere, with where it is on its run; what no run carries has no run. One query. */
export const boxesToLabel = (app: App, menuDayId: string) =>
  app.db
    .select({
      groupId: drops.groupId,
      number: drops.number,
      run: runs.number,
      stop: stops.sequence,
      place: stops.name,
      floor: drops.point,
      initial: drops.initial,
      boxes: drops.boxes,
      useBy: stops.useBy,
    })
    .from(drops)
    .innerJoin(stops, eq(stops.id, drops.stopId))
    .leftJoin(runs, eq(runs.id, stops.runId))
    .where(and(eq(stops.menuDayId, menuDayId), ne(drops.status, 'void')))
