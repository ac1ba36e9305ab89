import { and, asc, eq, inArray, sql } from 'drizzle-orm'
import type { App } from '../../platform/app'
import { newId } from '../../platform/id'
import { engineClock, routingProblem, speedOf, type WaveToPlan } from '../domain/problem'
import { tourOf } from '../domain/tour'
import { asDriven } from '../fleet/as-driven'
import { insertLate } from '../engine/insert-late'
import type { Plan as EnginePlan } from '../engine/plan'
import { plans } from '../schema/plans'
import { runs } from '../schema/runs'
import { lenientTo } from './lenient'
import { leaveOut, placeStops } from './place-stops'
import { NOT_LOADED, readWave, type WaveAsItStands } from './read-wave'
import { writeTours } from './write-tours'

type Run = typeof runs.$inferSelect

/** Inserts what has no place in one wave. The caller holds the plan's lock. */
export async function insertIntoWave(app: App, menuDayId: string, wave: number) {
  const read = await readWave(app, menuDayId, wave)
  if (!read) return { inserted: 0, unserved: 0 }
  const standing = await app.db
    .select()
    .from(runs)
    .where(and(eq(runs.menuDayId, menuDayId), eq(runs.wave, wave), inArray(runs.status, [...NOT_LOADED])))
    .orderBy(asc(runs.departAt), asc(runs.number))
  const homeless = read.rows.filter(({ runId }) => runId === null)
  const problem = routingProblem(read.toPlan)
  if (!problem) {
    const change = null
    await leaveOut(
      app.db,
      homeless.map(({ id: stop }) => ({ stop, reason: 'shift', change })),
    )
    return { inserted: 0, unserved: homeless.length }
  }
  const begun = asEnginePlan(read, standing)
  const { plan } = insertLate(lenientTo(problem, read, standing), begun)
  await placeTrips(app, read, standing, plan)
  await leaveOut(app.db, plan.unserved)
  return { inserted: homeless.length - plan.unserved.length, unserved: plan.unserved.length }
}

/** The runs that stand as the engine would have planned them. */
function asEnginePlan({ plan, rows, toPlan }: WaveAsItStands, standing: readonly Run[]): EnginePlan {
  const { toSeconds } = engineClock(plan)
  const tripOf = (run: Run) => ({
    departs: toSeconds(run.departAt),
    returns: toSeconds(run.returnAt),
    visits: rows
      .filter(({ runId }) => runId === run.id)
      .sort((a, b) => (a.sequence ?? 0) - (b.sequence ?? 0))
      .map(({ id: stop, eta }) => {
        const at = toSeconds(eta ?? run.departAt)
        return { stop, arrives: at, starts: at, leaves: at }
      }),
  })
  const vehicles = toPlan.fleet.map(({ id: vehicle }) => ({
    vehicle,
    trips: standing.filter((run) => run.vehicle.id === vehicle).map(tripOf),
  }))
  return { cost: 0, distance: 0, vehicles: vehicles.filter(({ trips }) => trips.length > 0), unserved: [] }
}

/** Trips that took something in are driven anew; a trip without any stop of before is a run of its own. */
async function placeTrips(app: App, read: WaveAsItStands, standing: readonly Run[], plan: EnginePlan): Promise<void> {
  const { toDate } = engineClock(read.plan)
  const known = new Map(read.rows.map((stop, i) => [stop.id, { ...stop, row: i + 1 }]))
  const trips = plan.vehicles.flatMap(({ vehicle, trips }) => trips.map((trip) => ({ ...trip, vehicle })))
  const changed = trips.flatMap(({ vehicle: vehicleId, departs, visits }) => {
    const order = visits.flatMap(({ stop }) => known.get(stop) ?? [])
    if (order.every(({ runId }) => runId !== null)) return []
    const run = standing.find(({ id }) => order.some(({ runId }) => runId === id))
    const vehicle = run?.vehicle ?? read.toPlan.fleet.find(({ id }) => id === vehicleId)
    if (!vehicle) return []
    const departAt = toDate(Math.max(departs, ...(run ? [engineClock(read.plan).toSeconds(run.departAt)] : [])))
    return [
      {
        run,
        vehicle,
        tour: tourOf(waysOf(read.toPlan), { kitchen: read.plan, departAt, speed: speedOf(vehicle) }, order),
      },
    ]
  })
  const fresh = changed.filter(({ run }) => run === undefined)
  const [numbered] = await app.db
    .update(plans)
    .set({ lastRun: sql`${plans.lastRun} + ${fresh.length}` })
    .where(eq(plans.menuDayId, read.plan.menuDayId))
    .returning({ lastRun: plans.lastRun })
  const { menuDayId, operatorId, siteId, serviceDate, period } = read.plan
  const placed = []
  for (const { run, vehicle, tour } of changed) {
    const id = run?.id ?? newId('run')
    placed.push({ id, ...tour })
    if (run) continue
    const { places: _, ...row } = tour
    await app.db.insert(runs).values({
      ...row,
      id,
      menuDayId,
      operatorId,
      siteId,
      serviceDate,
      period,
      wave: read.wave.wave,
      status: 'planned',
      number: (numbered?.lastRun ?? 0) - fresh.length + 1 + fresh.findIndex((each) => each.tour === tour),
      vehicle: asDriven(vehicle),
    })
  }
  await writeTours(app.db, placed)
  await placeStops(app.db, placed)
}

const waysOf = ({ distance, duration }: WaveToPlan) => ({
  size: Math.sqrt(distance.length),
  metres: distance,
  seconds: duration,
})
