import { and, asc, eq, gt, inArray } from 'drizzle-orm'
import { Refusal } from '../../kernel/refusal'
import type { App } from '../../platform/app'
import { loadOfStops } from '../boxes/load-of-stops'
import { holds } from '../domain/fleet'
import { speedOf } from '../domain/problem'
import { type Tour, tourOf } from '../domain/tour'
import { roadMatrix } from '../matrix/road-matrix'
import type { Plan } from '../planning/lock-plan'
import { NOT_LOADED } from '../planning/read-wave'
import { runs } from '../schema/runs'
import { stops } from '../schema/stops'
import { type Affected, affectedBy } from './affected'

type Run = typeof runs.$inferSelect
type Stop = typeof stops.$inferSelect

export interface MoveStop {
  readonly stopId: string
  readonly runId: string
  /** 1 is the first stop of the run; more than there are is the last. */
  readonly position: number
}

export type Warning = 'late' | 'use_by' | 'skill' | 'overload' | 'vehicle_busy'

/** A run before and after. Without a stop left it is taken away. */
export interface Relaid {
  readonly run: Run
  readonly tour: Tour
  readonly capacity: number
}

export interface Weighed {
  readonly stop: Stop
  readonly relaid: readonly Relaid[]
  readonly affected: readonly Affected[]
  readonly warnings: readonly Warning[]
}

/**
 * What a move would change, without changing it: both runs driven anew.
 * @throws Refusal `run_loaded` when either run is loaded or away, `not_found`.
 */
export async function weighMove(app: App, plan: Plan, { stopId, runId, position }: MoveStop): Promise<Weighed> {
  const { menuDayId } = plan
  const [stop] = await app.db
    .select()
    .from(stops)
    .where(and(eq(stops.id, stopId), eq(stops.menuDayId, menuDayId)))
  if (!stop || stop.boxes === 0) throw new Refusal('not_found')
  const asked = [runId, ...(stop.runId ? [stop.runId] : [])]
  const found = await app.db
    .select()
    .from(runs)
    .where(and(inArray(runs.id, asked), eq(runs.menuDayId, menuDayId)))
  if (!found.some(({ id }) => id === runId)) throw new Refusal('not_found')
  if (found.some(({ status }) => !NOT_LOADED.some((each) => each === status))) throw new Refusal('run_loaded')

  const rows = await app.db
    .select()
    .from(stops)
    .where(and(inArray(stops.runId, asked), gt(stops.boxes, 0)))
    .orderBy(asc(stops.sequence))
  const all = rows.some(({ id }) => id === stopId) ? rows : [...rows, stop]
  const matrix = await roadMatrix(app, [plan, ...all])
  const withRow = all.map((each, i) => ({ ...each, row: i + 1 }))
  const relaid = found.map((run) => {
    const others = withRow.filter((each) => each.runId === run.id && each.id !== stopId)
    const moved = withRow.filter(({ id }) => id === stopId)
    const order = run.id === runId ? others.toSpliced(position - 1, 0, ...moved) : others
    // a late order is not ready yet when the run was to leave
    const departAt = new Date(Math.max(run.departAt.getTime(), ...order.map(({ readyAt }) => readyAt.getTime())))
    const start = { kitchen: plan, departAt, speed: speedOf(run.vehicle) }
    return { run, tour: tourOf(matrix, start, order), capacity: run.vehicle.boxes }
  })
  const affected = affectedBy(all, relaid)
  return { stop, relaid, affected, warnings: await warningsOf(app, all, relaid, affected) }
}

async function warningsOf(
  app: App,
  rows: readonly Stop[],
  relaid: readonly Relaid[],
  affected: readonly Affected[],
): Promise<Warning[]> {
  const after = affected.map(({ stopId, to }) => ({ row: rows.find(({ id }) => id === stopId), eta: new Date(to.eta) }))
  const loadAt = await loadOfStops(
    app,
    rows.map(({ id }) => id),
  )
  const lacks = (skills: readonly string[], own: readonly string[]) => skills.some((skill) => !own.includes(skill))
  const checks: Readonly<Record<Warning, boolean>> = {
    late: affected.some(({ late }) => late),
    use_by: after.some(({ row, eta }) => row !== undefined && eta > row.useBy),
    skill: relaid.some(({ run, tour }) =>
      tour.places.some(({ stopId }) => lacks(rows.find(({ id }) => id === stopId)?.skills ?? [], run.vehicle.skills)),
    ),
    overload: relaid.some(({ run, tour }) => !holds(run.vehicle, loadAt(tour.places.map(({ stopId }) => stopId)))),
    vehicle_busy: await anyBusy(app, relaid),
  }
  return (Object.keys(checks) as Warning[]).filter((warning) => checks[warning])
}

/** Whether a run would come back after its vehicle is to leave again. */
async function anyBusy({ db }: App, relaid: readonly Relaid[]): Promise<boolean> {
  const menuDayId = relaid[0]?.run.menuDayId ?? ''
  const own = relaid.map(({ run }) => run.id)
  const others = await db.select().from(runs).where(eq(runs.menuDayId, menuDayId))
  return relaid.some(({ run, tour }) =>
    others.some(
      (other) =>
        !own.includes(other.id) &&
        other.vehicle.id === run.vehicle.id &&
        other.departAt >= run.departAt &&
        other.departAt < tour.returnAt,
    ),
  )
}
