import { desc, eq, max, sql } from 'drizzle-orm'
import type { Spot } from '../../kernel/distance'
import type { App } from '../../platform/app'
import { newId } from '../../platform/id'
import { speedOf } from '../domain/problem'
import { visitSeconds } from '../domain/stops'
import { roadMatrix } from '../matrix/road-matrix'
import type { Run } from '../runs/follow-run'
import { plans } from '../schema/plans'
import { runs } from '../schema/runs'
import { stops } from '../schema/stops'

type Stop = typeof stops.$inferSelect

/** Where a box goes that was not handed over: a building, as a stop knows it. */
export interface OtherPlace extends Spot {
  readonly buildingId: string
  readonly communityId: string
  readonly name: Stop['name']
  readonly community: Stop['community']
}

/**
 * One more stop at the end of a run under way, for a box of another one of its stops. What is planned keeps its order.
 * The caller holds the run's lock. Answers the new stop's id.
 */
export async function appendStop(
  app: App,
  run: Run,
  from: Stop,
  boxes: number,
  to: OtherPlace = from,
): Promise<string> {
  const [last = from] = await app.db
    .select()
    .from(stops)
    .where(eq(stops.runId, run.id))
    .orderBy(desc(stops.sequence))
    .limit(1)
  const [plan] = await app.db.select().from(plans).where(eq(plans.menuDayId, run.menuDayId))
  const { seconds } = await roadMatrix(app, [plan ?? from, last, to])
  const gate = to.communityId === last.communityId ? 0 : from.gateSeconds
  const timed = (way: number) => Math.round(way / speedOf(run.vehicle))
  const { id: _, plannedEta: __, ...alike } = from
  const id = newId('stp')
  const { buildingId, communityId, name, community, lat, lon } = to
  await app.db.insert(stops).values({
    ...alike,
    id,
    buildingId,
    communityId,
    name,
    community,
    lat,
    lon,
    boxes,
    part: await nextPart(app, run.menuDayId, buildingId),
    sequence: (last.sequence ?? 0) + 1,
    legSeconds: timed((seconds[5] ?? 0) + gate),
    serviceSeconds: Math.min(from.serviceSeconds, visitSeconds(boxes)),
    runId: run.id,
    eta: null,
    doneAt: null,
  })
  await app.db
    .update(runs)
    .set({ backSeconds: timed(seconds[6] ?? 0) })
    .where(eq(runs.id, run.id))
  return id
}

/** The next number for a further stop at a building. The caller holds a lock under which no other is added. */
export async function nextPart({ db }: App, menuDayId: string, buildingId: string): Promise<number> {
  const [{ part } = { part: null }] = await db
    .select({ part: max(stops.part) })
    .from(stops)
    .where(sql`${stops.menuDayId} = ${menuDayId} and ${stops.buildingId} = ${buildingId}`)
  return (part ?? 0) + 1
}
