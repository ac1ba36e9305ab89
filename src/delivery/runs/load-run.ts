import { and, asc, eq } from 'drizzle-orm'
import { boxCodes } from '../../kernel/box-code'
import { Refusal } from '../../kernel/refusal'
import type { Text } from '../../kernel/text'
import type { App } from '../../platform/app'
import { note } from '../../platform/audit'
import { tell } from '../../platform/realtime'
import { keepCompartments } from '../boxes/compartments'
import { checkLoad } from '../domain/load-check'
import { bumpPlan } from '../planning/lock-plan'
import { drops } from '../schema/drops'
import { runs } from '../schema/runs'
import { stops } from '../schema/stops'
import { runsTopic } from '../topic'
import { raiseAlerts } from '../watch/raise-alerts'
import { type OnRun, lockRunInPlan } from './lock-run'
import type { Run } from './follow-run'

export interface LoadRun extends OnRun {
  /** What the labels said, in any order. */
  readonly scanned: readonly string[]
  /** Why it goes although boxes are missing or foreign. */
  readonly reason?: string | undefined
}

export interface Loaded {
  readonly loaded: boolean
  readonly missing: readonly { readonly code: string; readonly number: string; readonly stop: Text }[]
  readonly foreign: readonly string[]
}

/**
 * Compares the boxes at hand with those of the run. With all of them, or with a reason, the run is loaded: from then on its
 * stops keep their order, and lockers keep compartments for it. Loading what is loaded changes nothing.
 * @throws Refusal `run_not_yours`, `run_not_ready` (not claimed, or gone), `not_found`.
 */
export const loadRun = (app: App, { runId, courierId, scanned, reason }: LoadRun): Promise<Loaded> =>
  app.db.transaction(async (tx) => {
    const within = { ...app, db: tx }
    const run = await lockRunInPlan(tx, runId)
    if (run.courierId !== null && run.courierId !== courierId) throw new Refusal('run_not_yours')
    if (run.status !== 'claimed' && run.status !== 'loaded') throw new Refusal('run_not_ready')

    const wanted = await dropsOf(within, runId)
    const boxes = wanted.flatMap((drop) => boxCodes(drop.groupId, drop.boxes).map((code) => ({ ...drop, code })))
    const { missing, foreign } = checkLoad(
      boxes.map(({ code }) => code),
      scanned,
    )
    const named = boxes
      .filter(({ code }) => missing.includes(code))
      .map(({ code, number, stop }) => ({ code, number, stop }))
    const complete = missing.length === 0 && foreign.length === 0
    if (run.status === 'loaded') return { loaded: true, missing: named, foreign }
    if (!complete && !reason) return { loaded: false, missing: named, foreign }

    const loadCheck = { scanned: scanned.length, missing, foreign, reason: complete ? null : (reason ?? null) }
    await tx.update(runs).set({ status: 'loaded', loadedAt: app.now(), loadCheck }).where(eq(runs.id, runId))
    await bumpPlan(tx, run.menuDayId, run.wave)
    const full = await keepLockers(within, run, wanted)
    await tell(tx, [...full, { topic: runsTopic(run.siteId), event: 'run', data: { runId, status: 'loaded' } }])
    const detail = {
      scanned: scanned.length,
      missing: missing.length,
      foreign: foreign.length,
      reason: loadCheck.reason,
    }
    const { operatorId } = run
    await note(within, { operatorId, actorId: courierId, action: 'delivery.load-run', subject: runId, detail })
    return { loaded: true, missing: named, foreign }
  })

const dropsOf = ({ db }: App, runId: string) =>
  db
    .select({
      id: drops.id,
      groupId: drops.groupId,
      number: drops.number,
      boxes: drops.boxes,
      pointKind: drops.pointKind,
      servicePointId: drops.servicePointId,
      stop: stops.name,
    })
    .from(drops)
    .innerJoin(stops, eq(stops.id, drops.stopId))
    .where(and(eq(stops.runId, runId), eq(drops.status, 'waiting')))
    .orderBy(asc(stops.sequence), asc(drops.number))

async function keepLockers(app: App, run: Run, wanted: Awaited<ReturnType<typeof dropsOf>>) {
  const without = await keepCompartments(
    app,
    wanted.filter(({ pointKind }) => pointKind === 'locker'),
  )
  const { operatorId, siteId, menuDayId, id: runId } = run
  const { told } = await raiseAlerts(
    app,
    wanted
      .filter(({ id }) => without.includes(id))
      .map(({ id: subjectId, number }) => ({
        operatorId,
        siteId,
        menuDayId,
        kind: 'locker_full' as const,
        subjectId,
        runId,
        detail: { number },
      })),
  )
  return told
}
