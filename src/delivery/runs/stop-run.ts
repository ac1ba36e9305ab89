import { and, eq, inArray } from 'drizzle-orm'
import type { Spot } from '../../kernel/distance'
import { Refusal } from '../../kernel/refusal'
import type { App } from '../../platform/app'
import { note } from '../../platform/audit'
import { tell } from '../../platform/realtime'
import { askForRound } from '../planning/replan'
import { vehicles } from '../schema/fleet'
import { runs, type StopReason } from '../schema/runs'
import { runsTopic } from '../topic'
import { raiseAlerts } from '../watch/raise-alerts'
import type { Run } from './follow-run'
import { lockRunInPlan } from './lock-run'
import { FREE_AGAIN } from './release-run'
import { takeOver } from './take-over'

export interface StopRun {
  readonly runId: string
  readonly actorId: string
  readonly reason: StopReason
  /** The courier who says so; left out, a dispatcher does. */
  readonly courierId?: string
  /** Where the food stands, if known. */
  readonly at?: Spot | undefined
  /** Who takes over; anybody may claim it otherwise. */
  readonly next?: string | undefined
}

/** After these the vehicle stands still too. */
const VEHICLE_IS_OUT: readonly StopReason[] = ['breakdown', 'accident']

/**
 * A courier cannot go on. What has not left is free for the next; what is under way ends with what is delivered, and a new
 * run takes over the rest where it stands. Other runs of a vehicle that is out are planned again. Answers the run that
 * carries the rest: null when nothing was left.
 * @throws Refusal `run_not_yours`, `run_not_ready` (nobody has it, or it is over), `not_found`.
 */
export const stopRun = (app: App, { runId, actorId, reason, courierId, at, next }: StopRun): Promise<string | null> =>
  app.db.transaction(async (tx) => {
    const within = { ...app, db: tx }
    const run = await lockRunInPlan(tx, runId)
    if (courierId !== undefined && run.courierId !== courierId) throw new Refusal('run_not_yours')
    if (run.status === 'planned' || run.status === 'done') throw new Refusal('run_not_ready')
    const given = next
      ? { ...FREE_AGAIN, status: 'claimed' as const, courierId: next, claimedAt: app.now() }
      : FREE_AGAIN
    const away = run.status === 'on_the_way'
    const after = away ? await takeOver(within, run, reason, given, at) : runId
    if (!away) await tx.update(runs).set(given).where(eq(runs.id, runId))
    await releaseOthers(within, run)
    if (VEHICLE_IS_OUT.includes(reason)) await leaveVehicle(within, run)

    const { operatorId, siteId, menuDayId, number } = run
    const alert = { operatorId, siteId, menuDayId, kind: 'stopped' as const, subjectId: runId, runId: after }
    const { told } = await raiseAlerts(within, [{ ...alert, detail: { number, reason } }])
    const said = away ? { runId, status: 'done' } : { runId, status: given.status }
    await tell(tx, [
      ...told,
      { topic: runsTopic(siteId), event: 'run', data: said },
      ...(after && after !== runId ? [{ topic: runsTopic(siteId), event: 'run', data: { runId: after } }] : []),
    ])
    const detail = { reason, next: after }
    await note(within, { operatorId, actorId, action: 'delivery.stop-run', subject: runId, detail })
    return after
  })

/** What else the courier had claimed that day is free again. */
async function releaseOthers(app: App, { menuDayId, courierId }: Run): Promise<void> {
  if (!courierId) return
  const others = and(eq(runs.menuDayId, menuDayId), eq(runs.courierId, courierId))
  await app.db
    .update(runs)
    .set(FREE_AGAIN)
    .where(and(others, inArray(runs.status, ['claimed', 'loaded'])))
}

/** A vehicle that is out is no longer of the fleet; where it was to drive again, its wave is planned anew. */
async function leaveVehicle(app: App, { menuDayId, vehicle, siteId }: Run): Promise<void> {
  await app.db
    .update(vehicles)
    .set({ active: false })
    .where(and(eq(vehicles.id, vehicle.id), eq(vehicles.siteId, siteId)))
  const open = await app.db
    .select({ wave: runs.wave, vehicle: runs.vehicle })
    .from(runs)
    .where(and(eq(runs.menuDayId, menuDayId), inArray(runs.status, ['planned', 'claimed'])))
  const own = open.filter((run) => run.vehicle.id === vehicle.id).map(({ wave }) => wave)
  if (own.length > 0) await askForRound(app, menuDayId, [...new Set(own)])
}
