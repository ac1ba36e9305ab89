import { and, eq, isNull, lt, or } from 'drizzle-orm'
import { roadMetres, type Spot } from '../../kernel/distance'
import { Refusal } from '../../kernel/refusal'
import type { App } from '../../platform/app'
import { tell } from '../../platform/realtime'
import { runs } from '../schema/runs'
import { runsTopic } from '../topic'
import { followRun, openStops } from './follow-run'
import { lockRun, type OnRun } from './lock-run'

export interface ReportPosition extends OnRun, Spot {
  readonly at: Date
}

/** Nearer than this the courier is inside the gate. */
const INSIDE_METRES = 150

/**
 * Where a courier is: the rest of the run is predicted from there. What comes late or out of order changes nothing, and a
 * phone whose clock is fast does not see into the future.
 * @throws Refusal `run_not_yours`, `not_found`.
 */
export const reportPosition = (app: App, { runId, courierId, lat, lon, at }: ReportPosition): Promise<void> =>
  app.db.transaction(async (tx) => {
    const within = { ...app, db: tx }
    const run = await lockRun(tx, runId)
    if (run.courierId !== courierId) throw new Refusal('run_not_yours')
    const seenAt = at > app.now() ? app.now() : at
    const newer = or(isNull(runs.seenAt), lt(runs.seenAt, seenAt))
    const [seen] = await tx
      .update(runs)
      .set({ lat, lon, seenAt })
      .where(and(eq(runs.id, runId), eq(runs.status, 'on_the_way'), newer))
      .returning()
    if (!seen) return
    const [next] = await openStops(within, runId)
    if (!next || next.begun || (run.progressAt && seenAt < run.progressAt)) return

    const metres = roadMetres({ lat, lon }, next)
    const gate = metres > INSIDE_METRES ? next.gateSeconds : 0
    const progress = { progressAt: seenAt, leftSeconds: Math.round(metres / run.vehicle.metresPerSecond) + gate }
    await tx.update(runs).set(progress).where(eq(runs.id, runId))
    const told = await followRun(within, { ...seen, ...progress })
    await tell(tx, told.length > 0 ? told : [{ topic: runsTopic(run.siteId), event: 'run', data: { runId } }])
  })
