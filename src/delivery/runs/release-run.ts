import { and, eq, inArray } from 'drizzle-orm'
import { Refusal } from '../../kernel/refusal'
import type { App } from '../../platform/app'
import { note } from '../../platform/audit'
import { tell } from '../../platform/realtime'
import { runs } from '../schema/runs'
import { runsTopic } from '../topic'
import { type OnRun, lockRunInPlan } from './lock-run'

/** What a run is again when nobody has it. Its boxes are scanned anew by whoever takes it. */
export const FREE_AGAIN = {
  status: 'planned',
  courierId: null,
  claimedAt: null,
  loadedAt: null,
  loadCheck: null,
} as const

/**
 * A courier gives a run back that has not left. Giving back what is free changes nothing.
 * @throws Refusal `run_not_yours`, `run_not_ready` (on the way or over: it is stopped instead), `not_found`.
 */
export const releaseRun = (app: App, { runId, courierId }: OnRun): Promise<{ status: 'planned' }> =>
  app.db.transaction(async (tx) => {
    const run = await lockRunInPlan(tx, runId)
    if (run.courierId !== null && run.courierId !== courierId) throw new Refusal('run_not_yours')
    const [free] = await tx
      .update(runs)
      .set(FREE_AGAIN)
      .where(and(eq(runs.id, runId), inArray(runs.status, ['claimed', 'loaded'])))
      .returning()
    if (!free && run.status !== 'planned') throw new Refusal('run_not_ready')
    if (free) {
      const { operatorId, siteId, status } = free
      await tell(tx, [{ topic: runsTopic(siteId), event: 'run', data: { runId, status } }])
      await note({ ...app, db: tx }, { operatorId, actorId: courierId, action: 'delivery.release-run', subject: runId })
    }
    return { status: 'planned' }
  })
