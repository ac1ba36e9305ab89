import type { Spot } from '../../kernel/distance'
import type { App } from '../../platform/app'
import { haversineRoads } from '../../platform/road-matrix/haversine'
import { openRoads } from '../../platform/road-matrix/open'
import { type RoadSourceName, type RoadTable, RoadTrouble } from '../../platform/road-matrix/port'
import { tally } from '../../platform/tally'
import { measure } from './measure'

/** The ways between all spots, square: `metres[i * size + j]` from spot i to spot j. `NO_ROAD` where there is none. */
export interface RoadMatrix extends RoadTable {
  readonly size: number
  /** Who measured: the straight line when the configured service gave no answer. */
  readonly source: RoadSourceName
}

/** Who failed is left alone for so long, so that not everybody waits for its silence. */
const REST_MS = 30_000
/** By the key of a source: until when it is left alone, in this process. */
const resting = new Map<string, number>()

/**
 * Whole metres and seconds between all spots, both directions, in the order of the spots. Asks the configured road
 * service for what is not known yet; when it fails, all of the matrix is measured along the straight line, since legs of
 * two kinds in one matrix would draw runs to where the service was down.
 */
export async function roadMatrix(app: App, spots: readonly Spot[]): Promise<RoadMatrix> {
  const size = spots.length
  const source = openRoads(app.config)
  const straight = async () => ({ size, source: haversineRoads.name, ...(await haversineRoads.table(spots, spots)) })
  if ((resting.get(source.key) ?? 0) > app.now().getTime()) return straight()
  try {
    return { size, source: source.name, ...(await measure(app, source, spots)) }
  } catch (error) {
    if (!(error instanceof RoadTrouble)) throw error
    app.log.warn({ err: error, source: source.name, spots: size }, 'roads measured along the straight line')
    resting.set(source.key, app.now().getTime() + REST_MS)
    await tally(app, 'road_fallbacks')
    return straight()
  }
}
