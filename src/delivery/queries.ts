import { and, asc, eq, getTableColumns, inArray, or, type SQL, sql } from 'drizzle-orm'
import { Refusal } from '../kernel/refusal'
import type { ServiceDate } from '../kernel/time'
import type { App } from '../platform/app'
import { versionOf } from '../platform/realtime'
import { drops } from './schema/drops'
import { compartments } from './schema/lockers'
import { plans } from './schema/plans'
import { runs } from './schema/runs'
import { stops } from './schema/stops'
import { runsTopic } from './topic'
import {
  type DropView,
  dropView,
  type SeenDrop,
  type RunDetail,
  type RunView,
  runView,
  type StopView,
  stopView,
} from './views'

export interface Owner {
  readonly operatorId: string
  readonly siteId: string
}

/** Whose a run is; undefined when there is none. */
export async function ownerOfRun(app: App, id: string): Promise<Owner | undefined> {
  const owner = { operatorId: runs.operatorId, siteId: runs.siteId }
  const [found] = await app.db.select(owner).from(runs).where(eq(runs.id, id))
  return found
}

/** Whose a drop is; undefined when there is none. */
export async function ownerOfDrop(app: App, id: string): Promise<Owner | undefined> {
  const [found] = await app.db
    .select({ operatorId: stops.operatorId, siteId: stops.siteId })
    .from(drops)
    .innerJoin(stops, eq(stops.id, drops.stopId))
    .where(eq(drops.id, id))
  return found
}

/** Whose a stop is; undefined when there is none. */
export async function ownerOfStop(app: App, id: string): Promise<Owner | undefined> {
  const owner = { operatorId: stops.operatorId, siteId: stops.siteId }
  const [found] = await app.db.select(owner).from(stops).where(eq(stops.id, id))
  return found
}

/** Where the stream of a site's runs stands. Read before a snapshot, and nothing is missed by watching from here. */
export const runsVersion = (app: App, siteId: string): Promise<number> => versionOf(app.db, runsTopic(siteId))

/** Runs with their progress, in order of departure. */
export async function runsWhere(app: App, chosen: SQL | undefined): Promise<RunView[]> {
  const rows = await app.db
    .select({
      ...getTableColumns(runs),
      stops: sql<number>`count(distinct ${stops.id})::int`,
      drops: sql<number>`(count(${drops.id}) filter (where ${drops.status} <> 'void'))::int`,
      delivered: sql<number>`(count(${drops.id}) filter (where ${drops.status} = 'delivered'))::int`,
      failed: sql<number>`(count(${drops.id}) filter (where ${drops.status} = 'failed'))::int`,
      late: sql<number>`(count(distinct ${stops.id}) filter (where ${stops.doneAt} is null and ${stops.eta} > ${stops.windowTo}))::int`,
    })
    .from(runs)
    .leftJoin(stops, eq(stops.runId, runs.id))
    .leftJoin(drops, eq(drops.stopId, stops.id))
    .where(chosen)
    .groupBy(runs.id)
    .orderBy(asc(runs.departAt), asc(runs.menuDayId), asc(runs.number))
  return rows.map(runView)
}

/** What a courier may drive at some sites on a day: free runs and the courier's own, unfinished ones of other days too. */
export function runsForCourier(
  app: App,
  { siteId, date, courierId }: { siteId: string; date: ServiceDate; courierId: string },
): Promise<RunView[]> {
  const mine = eq(runs.courierId, courierId)
  const today = and(eq(runs.serviceDate, date), or(eq(runs.status, 'planned'), mine))
  const unfinished = and(mine, inArray(runs.status, ['claimed', 'loaded', 'on_the_way']))
  return runsWhere(app, and(eq(runs.siteId, siteId), or(today, unfinished)))
}

/**
 * A run with its stops in order and what is handed over there; no codes, no names.
 * @throws Refusal `run_taken` when another courier has it, `not_found`.
 */
export async function runForCourier(app: App, runId: string, courierId: string): Promise<RunDetail> {
  const [run] = await runsWhere(app, eq(runs.id, runId))
  if (!run) throw new Refusal('not_found')
  if (run.courierId !== null && run.courierId !== courierId) throw new Refusal('run_taken')
  return { ...run, stopList: await stopsWithDrops(app, eq(stops.runId, runId)) }
}

/** Stops in the order they are driven, with what is handed over there. */
export async function stopsWithDrops(app: App, chosen: SQL | undefined): Promise<RunDetail['stopList'][number][]> {
  const visited = await app.db
    .select()
    .from(stops)
    .where(chosen)
    .orderBy(asc(stops.runId), asc(stops.sequence), asc(stops.id))
  const handed = await dropsAt(
    app,
    visited.map(({ id }) => id),
  )
  const at = new Map(visited.map(({ id }): [string, DropView[]] => [id, []]))
  for (const drop of handed) at.get(drop.stopId)?.push(dropView(drop))
  return visited.map((stop) => ({ ...stopView(stop), drops: at.get(stop.id) ?? [] }))
}

/** The drops of some stops with their doors and photos, by number. */
const dropsAt = ({ db }: App, stopIds: readonly string[]): Promise<SeenDrop[]> =>
  db
    .select(seenDrop)
    .from(drops)
    .leftJoin(compartments, eq(compartments.dropId, drops.id))
    .where(inArray(drops.stopId, [...stopIds]))
    .orderBy(asc(drops.number), asc(drops.id))

const seenDrop = {
  ...getTableColumns(drops),
  compartment: compartments.number,
  photoIds: sql<
    string[]
  >`coalesce((select array_agg(p.id order by p.taken_at) from delivery.photos p where p.drop_id = ${drops.id}), '{}')`,
}

/** A run with its progress. @throws Refusal `not_found`. */
export async function runById(app: App, runId: string): Promise<RunView> {
  const [run] = await runsWhere(app, eq(runs.id, runId))
  if (!run) throw new Refusal('not_found')
  return run
}

/** A drop as it stands. @throws Refusal `not_found`. */
export async function dropById({ db }: App, dropId: string): Promise<DropView> {
  const [found] = await db
    .select({ drop: seenDrop })
    .from(drops)
    .leftJoin(compartments, eq(compartments.dropId, drops.id))
    .where(eq(drops.id, dropId))
  if (!found) throw new Refusal('not_found')
  return dropView(found.drop)
}

/** A drop as it stands, with the state of its run. */
export async function dropWithRun(app: App, dropId: string): Promise<{ drop: DropView; run: RunView }> {
  const [found] = await app.db
    .select({ drop: seenDrop, runId: stops.runId })
    .from(drops)
    .innerJoin(stops, eq(stops.id, drops.stopId))
    .leftJoin(compartments, eq(compartments.dropId, drops.id))
    .where(eq(drops.id, dropId))
  const [run] = found?.runId ? await runsWhere(app, eq(runs.id, found.runId)) : []
  if (!found || !run) throw new Refusal('not_found')
  return { drop: dropView(found.drop), run }
}

export interface Day {
  readonly operatorIds: readonly string[]
  readonly date: ServiceDate
}

/** All runs of some tenants on a day, with their progress. */
export const runsOfDay = (app: App, { operatorIds, date }: Day): Promise<RunView[]> =>
  runsWhere(app, and(inArray(runs.operatorId, [...operatorIds]), eq(runs.serviceDate, date)))

/** All stops of some tenants on a day, those without a run with the reason; in order of run and visit. */
export async function stopsOfDay(app: App, { operatorIds, date }: Day): Promise<StopView[]> {
  const rows = await app.db
    .select(getTableColumns(stops))
    .from(stops)
    .innerJoin(plans, eq(plans.menuDayId, stops.menuDayId))
    .where(and(inArray(plans.operatorId, [...operatorIds]), eq(plans.serviceDate, date)))
    .orderBy(asc(stops.menuDayId), asc(stops.runId), asc(stops.sequence), asc(stops.id))
  return rows.map(stopView)
}
