import { eq } from 'drizzle-orm'
import { Refusal } from '../../kernel/refusal'
import type { App } from '../../platform/app'
import { note } from '../../platform/audit'
import { publish } from '../../platform/outbox'
import { tell } from '../../platform/realtime'
import { RunDeparted } from '../events'
import { runs } from '../schema/runs'
import { runsTopic } from '../topic'
import { followRun, openStops, predicted, type Run } from './follow-run'
import { lockRun, type OnRun } from './lock-run'

/** Who knows the food refuses what will not be good until the last drop. */
export type RequireSafe = (app: App, groupIds: readonly string[], until: Date) => Promise<void>

/**
 * The courier leaves with what is loaded (or to fetch the food of a stopped run); ETAs follow from this moment. Saying so
 * again changes nothing.
 * @throws Refusal `run_not_yours`, `run_not_ready` (not loaded, or over already), `food_too_old`, `not_found`.
 */
export const departRun = (app: App, { runId, courierId }: OnRun, requireSafe?: RequireSafe): Promise<void> =>
  app.db.transaction(async (tx) => {
    const within = { ...app, db: tx }
    const found = await lockRun(tx, runId)
    if (found.courierId !== null && found.courierId !== courierId) throw new Refusal('run_not_yours')
    if (found.status === 'on_the_way') return
    if (!mayLeave(found)) throw new Refusal('run_not_ready')

    const open = await openStops(within, runId)
    const now = app.now()
    const leftSeconds = open[0]?.legSeconds ?? 0
    const leaving = { status: 'on_the_way' as const, departedAt: now, progressAt: now, leftSeconds }
    const run = { ...found, ...leaving }
    await tx.update(runs).set(leaving).where(eq(runs.id, runId))
    const { etas } = predicted(run, open, now.getTime())
    if (open.some(({ useBy }, i) => (etas[i] ?? 0) > useBy.getTime())) throw new Refusal('food_too_old')

    const { operatorId, siteId } = run
    const groupIds = open.flatMap(({ groups }) => groups.map(({ groupId }) => groupId))
    if (found.takesOver === null) await requireSafe?.(within, groupIds, new Date(Math.max(now.getTime(), ...etas)))
    await publish(tx, RunDeparted, { runId, operatorId, groupIds })
    const told = await followRun(within, run)
    await tell(tx, [{ topic: runsTopic(siteId), event: 'run', data: { runId, status: run.status } }, ...told])
    await note(within, { operatorId, actorId: courierId, action: 'delivery.depart-run', subject: runId })
  })

/** Who takes over a stopped run has nothing to load at the kitchen. */
const mayLeave = ({ status, takesOver }: Run): boolean =>
  status === 'loaded' || (status === 'claimed' && takesOver !== null)
