import { eq } from 'drizzle-orm'
import { Refusal } from '../../kernel/refusal'
import type { App } from '../../platform/app'
import { plans } from '../schema/plans'
import { stops } from '../schema/stops'
import type { Affected } from './affected'
import { type MoveStop, type Warning, weighMove } from './weigh-move'

interface Change {
  readonly before: number
  readonly after: number
}

export interface MovePreview {
  /** Confirm with it. */
  readonly version: number
  readonly warnings: Warning[]
  readonly affected: Affected[]
  readonly runs: {
    readonly runId: string
    readonly number: number
    readonly boxes: number
    readonly capacity: number
    readonly metres: Change
    readonly seconds: Change
  }[]
}

/** What moving a stop would change: shown before it is confirmed. @throws Refusal `run_loaded`, `not_found`. */
export async function previewMove(app: App, move: MoveStop): Promise<MovePreview> {
  const [found] = await app.db
    .select({ plan: plans })
    .from(plans)
    .innerJoin(stops, eq(stops.menuDayId, plans.menuDayId))
    .where(eq(stops.id, move.stopId))
  if (!found) throw new Refusal('not_found')
  const { affected, warnings, relaid } = await weighMove(app, found.plan, move)
  return {
    version: found.plan.version,
    warnings: [...warnings],
    affected: [...affected],
    runs: relaid.map(({ run, tour, capacity }) => ({
      runId: run.id,
      number: run.number,
      boxes: tour.boxes,
      capacity,
      metres: { before: run.metres, after: tour.metres },
      seconds: { before: run.seconds, after: tour.seconds },
    })),
  }
}
