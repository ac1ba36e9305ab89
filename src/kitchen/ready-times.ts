import { asc, eq } from 'drizzle-orm'
import type { App } from '../platform/app'
import { earliestEnds } from './domain/earliest-ends'
import { batches } from './schema/batches'
import { stations } from './schema/stations'

export interface ReadyBatch {
  readonly recipeVersionId: string
  readonly portions: number
  /** The end of cooking: as it was, as it will be, or the earliest that it can be. */
  readonly readyAt: Date
  /** Somebody has put it on the heat: its food-safety clock cannot be moved any more. */
  readonly begun: boolean
}

/**
 * The batches of a menu day, the one that is ready first in front. Of what is not begun the *earliest* end, not the planned
 * one: plans are counted back from the runs, so that runs counted from plans would only ever get later. Two queries.
 */
export async function readyTimes(app: App, menuDayId: string): Promise<ReadyBatch[]> {
  const rows = await app.db
    .select()
    .from(batches)
    .where(eq(batches.menuDayId, menuDayId))
    .orderBy(asc(batches.startBy), asc(batches.id))
  const siteId = rows[0]?.siteId
  if (siteId === undefined) return []
  const atSite = await app.db.select().from(stations).where(eq(stations.siteId, siteId))
  const ends = earliestEnds(rows, new Map(atSite.map(({ code, places }) => [code, places])), app.now())
  return rows
    .map(({ recipeVersionId, portions, status }, i) => {
      return { recipeVersionId, portions, readyAt: ends[i] ?? app.now(), begun: status !== 'planned' }
    })
    .toSorted((a, b) => a.readyAt.getTime() - b.readyAt.getTime())
}
