import { and, eq, inArray } from 'drizzle-orm'
import { claimRun } from '../../../src/delivery/runs/claim-run'
import { departRun } from '../../../src/delivery/runs/depart-run'
import type { BuildingToReach, GroupToDeliver, MenuDayToPlan } from '../../../src/delivery/planning/menu-day'
import { planMenuDay } from '../../../src/delivery/planning/plan-menu-day'
import { planWave } from '../../../src/delivery/planning/plan-wave'
import { loadRun } from '../../../src/delivery/runs/load-run'
import { waves } from '../../../src/delivery/schema/plans'
import { boxCodes } from '../../../src/kernel/box-code'
import { drops } from '../../../src/delivery/schema/drops'
import { runs } from '../../../src/delivery/schema/runs'
import { stops } from '../../../src/delivery/schema/stops'
import { sites } from '../../../src/places/schema'
import type { App } from '../../../src/platform/app'
import { newId } from '../../../src/platform/id'

const named = (name: string) => ({ zh: name, en: name })

/** Two communities, three kilometres east and west of the kitchen. */
const BUILDINGS: ReadonlyMap<string, BuildingToReach> = new Map(
  ['east-1', 'east-2', 'west-1'].map((id, i) => [
    id,
    {
      name: named(id),
      community: named(id.slice(0, 4)),
      communityId: id.slice(0, 4),
      lat: 31.2 + i / 10_000,
      lon: id.startsWith('east') ? 121.53 : 121.47,
      siteType: 'residential',
      gateSeconds: 60,
      floors: 6,
      lift: true,
    },
  ]),
)

export const group = (buildingId: string, over: Partial<GroupToDeliver> = {}): GroupToDeliver => ({
  groupId: newId('grp'),
  orderId: newId('ord'),
  number: '001',
  buildingId,
  servicePointId: `${buildingId}-door`,
  point: named('door'),
  pointKind: 'door',
  boxes: 1,
  code: '4711',
  initial: '王',
  ...over,
})

/** A lunch of tenant `op-a` at kitchen `site-a`, served 11:00 to 13:00 in Shanghai; each menu day is another one. */
export const lunch = (over: Partial<MenuDayToPlan> = {}): MenuDayToPlan => ({
  menuDayId: newId('md'),
  operatorId: 'op-a',
  siteId: 'site-a',
  serviceDate: '2026-11-24',
  period: 'lunch',
  zone: 'Asia/Shanghai',
  servesFrom: new Date('2026-11-24T03:00:00Z'),
  servesTo: new Date('2026-11-24T05:00:00Z'),
  depot: { lat: 31.2, lon: 121.5 },
  groups: [group('east-1'), group('east-1'), group('east-2'), group('west-1')],
  buildings: BUILDINGS,
  ...over,
})

/** A kitchen where the lunches come from. */
export const addSite = (app: App, id: string, operatorId: string) =>
  app.db.insert(sites).values({
    id,
    operatorId,
    cityId: 'city',
    kind: 'kitchen',
    name: named(id),
    zone: 'Asia/Shanghai',
    lat: 31.2,
    lon: 121.5,
  })

/** What stands in the tables for some menu days. */
export async function planned(app: App, ...menuDayIds: string[]) {
  const runRows = await app.db.select().from(runs).where(inArray(runs.menuDayId, menuDayIds)).orderBy(runs.number)
  const stopRows = await app.db.select().from(stops).where(inArray(stops.menuDayId, menuDayIds)).orderBy(stops.sequence)
  const stopIds = stopRows.map(({ id }) => id)
  const dropRows = await app.db.select().from(drops).where(inArray(drops.stopId, stopIds)).orderBy(drops.id)
  return { runs: runRows, stops: stopRows, drops: dropRows }
}

/** Lays a lunch out and plans all of its waves, as the worker does job by job. */
export async function planWhole(app: App, day: MenuDayToPlan): Promise<void> {
  await planMenuDay(app, day)
  const due = await app.db.select().from(waves).where(eq(waves.menuDayId, day.menuDayId))
  for (const { menuDayId, wave, wanted: round } of due) await planWave(app, { menuDayId, wave, round })
}

/** The labels of all boxes of a run. */
export async function labelsOf(app: App, runId: string): Promise<string[]> {
  const onBoard = await app.db
    .select({ groupId: drops.groupId, boxes: drops.boxes })
    .from(drops)
    .innerJoin(stops, eq(stops.id, drops.stopId))
    .where(and(eq(stops.runId, runId), eq(drops.status, 'waiting')))
  return onBoard.flatMap(({ groupId, boxes }) => boxCodes(groupId, boxes))
}

/** A claimed run with every box on board. */
export const load = async (app: App, runId: string, courierId: string) =>
  loadRun(app, { runId, courierId, scanned: await labelsOf(app, runId) })

/** A lunch in one run that a courier has claimed, loaded and left with. */
export async function onTheWay(app: App, day: MenuDayToPlan = lunch(), courierId = 'courier-1') {
  await planWhole(app, day)
  const { runs: rows, drops: dropRows } = await planned(app, day.menuDayId)
  const run = rows[0]
  if (!run || rows.length !== 1) throw new Error('expected one run')
  await claimRun(app, { runId: run.id, courierId })
  await load(app, run.id, courierId)
  await departRun(app, { runId: run.id, courierId })
  return { runId: run.id, drops: dropRows, courierId }
}
