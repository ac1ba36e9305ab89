import { and, eq } from 'drizzle-orm'
import { Refusal } from '../../kernel/refusal'
import type { App } from '../../platform/app'
import { note } from '../../platform/audit'
import { publish } from '../../platform/outbox'
import { tell } from '../../platform/realtime'
import type { OnRun } from './claim-run'
import { RunDeparted } from '../events'
import { drops, runs, stops } from '../schema'
import { runsTopic } from '../topic'

/**
 * The courier has loaded and leaves. Saying so again changes nothing.
 * @throws Refusal `run_not_yours`, `run_not_ready` (not claimed, or over already), `not_found`.
 */
export const departRun = (app: App, { runId, courierId }: OnRun): Promise<void> =>
  app.db.transaction(async (tx) => {
    const [run] = await tx
      .update(runs)
      .set({ status: 'on_the_way', departedAt: app.now() })
      .where(and(eq(runs.id, runId), eq(runs.courierId, courierId), eq(runs.status, 'claimed')))
      .returning()
    if (!run) {
      const [known] = await tx.select().from(runs).where(eq(runs.id, runId))
      if (!known) throw new Refusal('not_found')
      if (known.courierId !== null && known.courierId !== courierId) throw new Refusal('run_not_yours')
      if (known.status === 'on_the_way') return
      throw new Refusal('run_not_ready')
    }
    const onBoard = await tx
      .select({ groupId: drops.groupId })
      .from(drops)
      .innerJoin(stops, eq(stops.id, drops.stopId))
      .where(and(eq(stops.runId, runId), eq(drops.status, 'waiting')))
    const { operatorId } = run
    await publish(tx, RunDeparted, { runId, operatorId, groupIds: onBoard.map(({ groupId }) => groupId) })
    await tell(tx, [{ topic: runsTopic(run.siteId), event: 'run', data: { runId, status: run.status } }])
    await note({ ...app, db: tx }, { operatorId, actorId: courierId, action: 'delivery.depart-run', subject: runId })
  })
