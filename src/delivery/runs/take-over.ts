import { and, asc, eq, inArray, sql } from 'drizzle-orm'
import type { Spot } from '../../kernel/distance'
import type { App } from '../../platform/app'
import { newId } from '../../platform/id'
import { nextPart } from '../boxes/append-stop'
import { loadOfStops } from '../boxes/load-of-stops'
import { bestRound } from '../domain/best-round'
import { holds } from '../domain/fleet'
import { speedOf } from '../domain/problem'
import { visitSeconds } from '../domain/stops'
import { tourOf } from '../domain/tour'
import { asDriven } from '../fleet/as-driven'
import { fleetOf } from '../fleet/fleet-of'
import { roadMatrix } from '../matrix/road-matrix'
import { bumpPlan } from '../planning/lock-plan'
import { placeStops } from '../planning/place-stops'
import { drops } from '../schema/drops'
import { plans } from '../schema/plans'
import { runs, type RunVehicle, type StopReason } from '../schema/runs'
import { stops } from '../schema/stops'
import { closeStops } from './close-drop'
import type { Run } from './follow-run'

type Stop = typeof stops.$inferSelect

/** To carry boxes over from one vehicle to the other. */
const TRANSFER_SECONDS = 300

/**
 * Ends a run under way with what is delivered, and makes a new one of what is still on board: it first drives to where the
 * food stands. Answers the new run's id, or null when nothing is left. The caller holds plan and run.
 */
export async function takeOver(
  app: App,
  run: Run,
  stopReason: StopReason,
  given: Partial<typeof runs.$inferInsert>,
  at: Spot | undefined,
): Promise<string | null> {
  const rest = await restOf(app, run)
  await app.db.update(runs).set({ status: 'done', doneAt: app.now(), stopReason }).where(eq(runs.id, run.id))
  if (rest.length === 0) return null
  const [plan] = await app.db
    .update(plans)
    .set({ lastRun: sql`${plans.lastRun} + 1` })
    .where(eq(plans.menuDayId, run.menuDayId))
    .returning()
  if (!plan) return null
  const standing =
    at ?? (run.lat !== null && run.lon !== null ? { lat: run.lat, lon: run.lon } : await lastSeen(app, run))
  const id = newId('run')
  const vehicle = await freeVehicle(app, run, rest)
  const { metres, seconds, size } = await roadMatrix(app, [plan, standing ?? plan, ...rest])
  const speed = speedOf(vehicle)
  const fetched = Math.round((seconds[1] ?? 0) / speed) + TRANSFER_SECONDS
  // from where the food stands; the way back leads to the kitchen
  const start = { row: 1, at: new Date(app.now().getTime() + fetched * 1_000), speed }
  const driven = bestRound(
    { size, seconds },
    start,
    rest.map((stop, i) => ({ ...stop, row: i + 2 })),
  )
  const first = driven[0]?.row ?? 1
  const detour = fetched + Math.round(((seconds[size + first] ?? 0) - (seconds[first] ?? 0)) / speed)
  const tour = tourOf({ size, metres, seconds }, { kitchen: plan, departAt: app.now(), speed, detour }, driven)
  const { places: _, ...row } = tour
  const { operatorId, siteId, menuDayId, serviceDate, period, wave } = run
  const path = standing ? row.path.toSpliced(1, 0, [standing.lon, standing.lat]) : row.path
  await app.db.insert(runs).values({
    ...row,
    id,
    operatorId,
    siteId,
    menuDayId,
    serviceDate,
    period,
    wave,
    path,
    vehicle,
    number: plan.lastRun,
    takesOver: run.id,
    status: 'planned',
    ...given,
  })
  await placeStops(app.db, [{ id, ...tour }])
  await bumpPlan(app.db, menuDayId, wave)
  return id
}

/** What is still on board as stops of their own: a stop half done keeps what was delivered, the rest becomes a new part. */
async function restOf(app: App, run: Run): Promise<Stop[]> {
  const open = await app.db
    .select({
      stop: stops,
      dropIds: sql<string[]>`array_agg(${drops.id})`,
      boxes: sql<number>`sum(${drops.boxes})::int`,
      whole: sql<boolean>`sum(${drops.boxes}) = ${stops.boxes}`,
    })
    .from(stops)
    .innerJoin(drops, and(eq(drops.stopId, stops.id), inArray(drops.status, ['waiting', 'held'])))
    .where(eq(stops.runId, run.id))
    .groupBy(stops.id)
    .orderBy(asc(stops.sequence))
  const rest: Stop[] = []
  for (const { stop, dropIds, boxes, whole } of open) {
    await app.db.update(drops).set({ status: 'waiting' }).where(inArray(drops.id, dropIds))
    if (whole) {
      const [again] = await app.db.update(stops).set({ doneAt: null }).where(eq(stops.id, stop.id)).returning()
      if (again) rest.push(again)
      continue
    }
    const part = await nextPart(app, run.menuDayId, stop.buildingId)
    const id = newId('stp')
    const serviceSeconds = visitSeconds(boxes)
    const [split] = await app.db
      .insert(stops)
      .values({ ...stop, id, part, boxes, serviceSeconds, doneAt: null })
      .returning()
    await app.db
      .update(stops)
      .set({ boxes: stop.boxes - boxes })
      .where(eq(stops.id, stop.id))
    await app.db.update(drops).set({ stopId: id }).where(inArray(drops.id, dropIds))
    if (split) rest.push(split)
  }
  await closeStops(app, run.id)
  return rest
}

/** The door of the last stop that was done; undefined before the first. */
async function lastSeen({ db }: App, { id }: Run): Promise<Spot | undefined> {
  const [last] = await db
    .select({ lat: stops.lat, lon: stops.lon })
    .from(stops)
    .where(and(eq(stops.runId, id), sql`${stops.doneAt} is not null`))
    .orderBy(sql`${stops.doneAt} desc`, sql`${stops.sequence} desc`)
    .limit(1)
  return last
}

/** A vehicle that stands at the kitchen and holds the rest; the smallest one. Without any, the same one is asked to wait for. */
async function freeVehicle(app: App, run: Run, rest: readonly Stop[]): Promise<RunVehicle> {
  const ids = rest.map(({ id }) => id)
  const load = (await loadOfStops(app, ids))(ids)
  const busy = await app.db
    .select({ vehicle: runs.vehicle })
    .from(runs)
    .where(and(eq(runs.menuDayId, run.menuDayId), inArray(runs.status, ['planned', 'claimed', 'loaded', 'on_the_way'])))
  const free = (await fleetOf(app, run.siteId)).filter(
    (vehicle) =>
      vehicle.id !== run.vehicle.id && holds(vehicle, load) && !busy.some((other) => other.vehicle.id === vehicle.id),
  )
  const [best] = free.toSorted((a, b) => a.boxes - b.boxes)
  return best ? asDriven(best) : run.vehicle
}
