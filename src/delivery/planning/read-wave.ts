import { and, asc, eq, gt, inArray, isNull, ne, or, sql } from 'drizzle-orm'
import type { App } from '../../platform/app'
import { NO_ROAD } from '../../platform/road-matrix/port'
import type { StopToServe, VehicleAtWork, WaveToPlan } from '../domain/problem'
import { firstDeparture } from '../domain/hot-holding'
import { fleetOf } from '../fleet/fleet-of'
import { roadMatrix } from '../matrix/road-matrix'
import { plans, waves } from '../schema/plans'
import { runs } from '../schema/runs'
import { stops } from '../schema/stops'
import type { Plan } from './lock-plan'

type StopRow = typeof stops.$inferSelect

/** Runs that may still be taken apart: nothing is loaded. */
export const NOT_LOADED = ['planned', 'claimed'] as const

/** One wave as it stands: what is not loaded waits for a place, and vehicles are away as long as they are. */
export interface WaveAsItStands {
  readonly plan: Plan
  readonly wave: typeof waves.$inferSelect
  readonly rows: readonly StopRow[]
  readonly toPlan: WaveToPlan
}

/** Reads a wave and measures its ways; undefined when there is no such wave. */
export async function readWave(app: App, menuDayId: string, wave: number): Promise<WaveAsItStands | undefined> {
  const [found] = await app.db
    .select({ plan: plans, wave: waves })
    .from(waves)
    .innerJoin(plans, eq(plans.menuDayId, waves.menuDayId))
    .where(and(eq(waves.menuDayId, menuDayId), eq(waves.wave, wave)))
  if (!found) return undefined
  const { plan } = found
  const rows = await waitingStops(app, menuDayId, wave)
  const { metres: distance, seconds: duration } = await roadMatrix(app, [plan, ...rows.map(({ stop }) => stop)])
  const { isFirst, nextFrom } = await neighboursOf(app, found.wave)
  return {
    ...found,
    rows: rows.map(({ stop }) => stop),
    toPlan: {
      meal: plan,
      wave: found.wave,
      ...(isFirst ? { leavesFrom: firstDeparture(found.wave.from) } : {}),
      ...(nextFrom ? { nextFrom } : {}),
      fleet: await vehiclesAtWork(app, plan, wave),
      stops: rows.map(toServe),
      distance,
      duration,
      noRoad: NO_ROAD,
    },
  }
}

const waitingStops = ({ db }: App, menuDayId: string, wave: number) =>
  db
    .select({ stop: stops, vehicle: runs.vehicle, chilled: ofDrops('chilled'), ambient: ofDrops('ambient') })
    .from(stops)
    .leftJoin(runs, eq(runs.id, stops.runId))
    .where(
      and(
        eq(stops.menuDayId, menuDayId),
        eq(stops.wave, wave),
        gt(stops.boxes, 0),
        isNull(stops.doneAt),
        or(isNull(stops.runId), inArray(runs.status, [...NOT_LOADED])),
      ),
    )
    .orderBy(asc(stops.buildingId), asc(stops.part))

/** Boxes of a kind that wait at a stop. */
const ofDrops = (kind: 'chilled' | 'ambient') =>
  sql<number>`(select coalesce(sum(d.${sql.identifier(kind)}), 0)::int from delivery.drops d
    where d.stop_id = ${stops.id} and d.status = 'waiting')`

type Waiting = Awaited<ReturnType<typeof waitingStops>>[number]

const toServe = ({ stop, vehicle, chilled, ambient }: Waiting): StopToServe => ({
  id: stop.id,
  communityId: stop.communityId,
  gateSeconds: stop.gateSeconds,
  boxes: stop.boxes,
  chilled,
  ambient,
  serviceSeconds: stop.serviceSeconds,
  skills: stop.skills,
  window: { from: stop.windowFrom, to: stop.windowTo },
  readyAt: stop.readyAt,
  useBy: stop.useBy,
  ...(stop.pinned && vehicle ? { vehicleId: vehicle.id } : {}),
})

/** Whether a wave is the first of its meal, and when the next one begins. */
async function neighboursOf({ db }: App, { menuDayId, from }: typeof waves.$inferSelect) {
  const others = await db
    .select({ from: waves.from })
    .from(waves)
    .where(and(eq(waves.menuDayId, menuDayId), ne(waves.from, from)))
    .orderBy(asc(waves.from))
  const nextFrom = others.find((other) => other.from > from)?.from
  return { isFirst: others.every((other) => other.from > from), nextFrom }
}

/** The fleet with what each is busy with: runs of this wave that are loaded or away count, earlier ones only delay. */
async function vehiclesAtWork(app: App, plan: Plan, wave: number): Promise<VehicleAtWork[]> {
  const begun = await app.db
    .select({ vehicle: runs.vehicle, wave: runs.wave, returnAt: runs.returnAt })
    .from(runs)
    .where(and(eq(runs.menuDayId, plan.menuDayId), inArray(runs.status, ['loaded', 'on_the_way', 'done'])))
  return (await fleetOf(app, plan.siteId)).map((vehicle) => {
    const own = begun.filter((run) => run.vehicle.id === vehicle.id)
    const backAt = own.map(({ returnAt }) => returnAt).sort((a, b) => b.getTime() - a.getTime())[0]
    return {
      ...vehicle,
      tripsUsed: own.filter((run) => run.wave === wave).length,
      ...(backAt ? { backAt } : {}),
    }
  })
}
