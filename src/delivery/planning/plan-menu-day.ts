import type { App } from '../../platform/app'
import { note } from '../../platform/audit'
import { newId } from '../../platform/id'
import { publish } from '../../platform/outbox'
import { tell } from '../../platform/realtime'
import { largestOf, STANDARD_FLEET } from '../domain/fleet'
import type { PlanRuns } from '../domain/plan'
import { planByInsertion } from '../domain/plan-by-insertion'
import { problemOf } from '../domain/problem'
import { stopsByBuilding } from '../domain/stops'
import { RunsPlanned } from '../events'
import type { MenuDayToPlan, PlannedStop } from './menu-day'
import { dropRows, runRows, stopRows } from './plan-rows'
import { drops, plans, runs, stops } from '../schema'
import { runsTopic } from '../topic'

/** Which planner decides; any function of this shape can take its place. */
const planRuns: PlanRuns = planByInsertion

/** Lays the orders of a closed menu day out into stops and runs. A menu day is planned once; later calls change nothing. */
export const planMenuDay = (app: App, day: MenuDayToPlan): Promise<void> =>
  app.db.transaction(async (tx) => {
    const { menuDayId, operatorId, siteId, serviceDate, period } = day
    const plannedAt = app.now()
    const fresh = await tx
      .insert(plans)
      .values({ menuDayId, operatorId, siteId, serviceDate, period, plannedAt })
      .onConflictDoNothing()
      .returning()
    if (fresh.length === 0) return

    const planned = stopsOf(day)
    const plan = planRuns(problemOf(day, STANDARD_FLEET, planned))
    const runIds = plan.runs.map(() => newId('run'))
    for (const rows of slices(runRows(day, planned, plan, runIds))) await tx.insert(runs).values(rows)
    for (const rows of slices(stopRows(day, planned, plan, runIds))) await tx.insert(stops).values(rows)
    for (const rows of slices(dropRows(day, planned))) await tx.insert(drops).values(rows)

    await publish(tx, RunsPlanned, { menuDayId, operatorId, siteId, runIds })
    await tell(tx, [{ topic: runsTopic(siteId), event: 'planned', data: { menuDayId } }])
    const detail = { runs: runIds.length, stops: planned.length, unserved: plan.unserved.length }
    await note(
      { ...app, db: tx },
      { operatorId, actorId: 'worker', action: 'delivery.plan', subject: menuDayId, detail },
    )
  })

const stopsOf = ({ groups, buildings }: MenuDayToPlan): PlannedStop[] =>
  stopsByBuilding(groups, largestOf(STANDARD_FLEET)).map((draft) => {
    const building = buildings.get(draft.buildingId)
    if (!building) throw new Error(`nothing is known of building ${draft.buildingId}`)
    return { ...draft, id: newId('stp'), building }
  })

/** Rows a statement, well below the 65,535 values Postgres takes at once. */
const ROWS_AT_ONCE = 1_000

function* slices<T>(rows: readonly T[]): Generator<T[]> {
  for (let at = 0; at < rows.length; at += ROWS_AT_ONCE) yield rows.slice(at, at + ROWS_AT_ONCE)
}
