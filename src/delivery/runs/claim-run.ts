import { and, eq } from 'drizzle-orm'
import { Refusal } from '../../kernel/refusal'
import type { App } from '../../platform/app'
import { note } from '../../platform/audit'
import { tell } from '../../platform/realtime'
import { runs } from '../schema'
import { runsTopic } from '../topic'

export interface OnRun {
  readonly runId: string
  readonly courierId: string
}

/**
 * A courier takes a run. Of many who ask at once one gets it: the update only finds a run that is still free.
 * Asking again for a run one has already is no error.
 * @throws Refusal `run_taken` by another courier, `not_found`.
 */
export const claimRun = (app: App, { runId, courierId }: OnRun): Promise<void> =>
  app.db.transaction(async (tx) => {
    const [run] = await tx
      .update(runs)
      .set({ status: 'claimed', courierId, claimedAt: app.now() })
      .where(and(eq(runs.id, runId), eq(runs.status, 'planned')))
      .returning()
    if (!run) {
      const [known] = await tx.select({ courierId: runs.courierId }).from(runs).where(eq(runs.id, runId))
      if (!known) throw new Refusal('not_found')
      if (known.courierId !== courierId) throw new Refusal('run_taken')
      return
    }
    await tell(tx, [{ topic: runsTopic(run.siteId), event: 'run', data: { runId, status: run.status } }])
    const entry = { operatorId: run.operatorId, actorId: courierId, action: 'delivery.claim-run', subject: runId }
    await note({ ...app, db: tx }, entry)
  })
