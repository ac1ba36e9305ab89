import { monitorEventLoopDelay } from 'node:perf_hooks'
import { eq } from 'drizzle-orm'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { importFleet } from '../../../src/delivery/fleet/import-fleet'
import { planMenuDay } from '../../../src/delivery/planning/plan-menu-day'
import { planWave } from '../../../src/delivery/planning/plan-wave'
import { replan } from '../../../src/delivery/planning/replan'
import { claimRun } from '../../../src/delivery/runs/claim-run'
import { plans, waves } from '../../../src/delivery/schema/plans'
import { roadMetres } from '../../../src/kernel/distance'
import { type TestApp, testApp } from '../../support/app'
import { addVehicles, buildingsOf, cityLunch } from './city'
import { group, load, lunch, planned, planWhole } from './lunch'

let app: TestApp
beforeAll(async () => {
  app = await testApp()
  app.setNow(new Date('2026-11-24T01:00:00Z'))
})
afterAll(() => app.close())

const versionOf = async (menuDayId: string) =>
  (await app.db.select().from(plans).where(eq(plans.menuDayId, menuDayId)))[0]?.version ?? 0
const routesOf = async (menuDayId: string) => {
  const { runs, stops } = await planned(app, menuDayId)
  return runs.map(({ id, vehicle, departAt }) => ({
    vehicle: vehicle.id,
    departAt,
    stops: stops.filter(({ runId }) => runId === id).map(({ buildingId }) => buildingId),
  }))
}

describe('D1 400 orders in 25 buildings of 6 communities and 6 vehicles', () => {
  const buildings = new Map([...buildingsOf(6, 5)].slice(0, 25))
  const day = cityLunch(buildings, 400, { siteId: 'site-d1' })

  it('D1 one stop a building, no vehicle overloaded, no window missed, no food too old, shorter than the nearest first', async () => {
    await addVehicles(app, 'site-d1', 6, { trips: 2, boxes: 70, hotBoxes: 70, litres: 210 })
    await planWhole(app, day)
    const { runs, stops } = await planned(app, day.menuDayId)
    expect(stops).toHaveLength(25)
    expect(stops.filter(({ runId }) => runId === null)).toEqual([])
    for (const run of runs) {
      const own = stops.filter(({ runId }) => runId === run.id)
      expect(own.reduce((sum, { boxes }) => sum + boxes, 0)).toBe(run.boxes)
      expect(run.boxes).toBeLessThanOrEqual(70)
      expect(own.map(({ sequence }) => sequence)).toEqual(own.map((_, i) => i + 1))
      for (const { eta, windowFrom, windowTo, useBy, readyAt } of own) {
        expect(eta && eta >= windowFrom && eta <= windowTo && eta <= useBy).toBe(true)
        expect(run.departAt >= readyAt).toBe(true)
        expect((eta?.getTime() ?? 0) - run.departAt.getTime()).toBeLessThanOrEqual(3_600_000)
      }
    }
    for (const vehicle of new Set(runs.map((run) => run.vehicle.id))) {
      const own = runs.filter((run) => run.vehicle.id === vehicle)
      expect(own.length).toBeLessThanOrEqual(2)
      const [first, second] = own
      if (first && second) expect(second.departAt.getTime()).toBeGreaterThanOrEqual(first.returnAt.getTime() + 600_000)
    }
    const metres = runs.reduce((sum, run) => sum + run.metres, 0)
    expect(metres).toBeLessThanOrEqual(nearestFirst(day.depot, [...buildings.values()], 16, 70))
  })

  it('D1 the same orders give the same plan', async () => {
    const again = { ...cityLunch(buildings, 400, { siteId: 'site-d1' }), groups: day.groups.map(renamed) }
    await planWhole(app, again)
    expect(await routesOf(again.menuDayId)).toEqual(await routesOf(day.menuDayId))
  })
})

const renamed = <G extends { groupId: string }>(each: G): G => ({ ...each, groupId: `${each.groupId}-again` })

/** What a dispatcher without a planner does: always on to the nearest building until the vehicle is full. */
function nearestFirst(
  kitchen: { lat: number; lon: number },
  buildings: { lat: number; lon: number }[],
  each: number,
  room: number,
) {
  const left = new Set(buildings)
  let metres = 0
  while (left.size > 0) {
    let at = kitchen
    for (let load = 0; load + each <= room && left.size > 0; load += each) {
      const here = at
      const next = [...left].reduce((best, one) => (roadMetres(here, one) < roadMetres(here, best) ? one : best))
      metres += roadMetres(at, next)
      left.delete(next)
      at = next
    }
    metres += roadMetres(at, kitchen)
  }
  return metres
}

describe('waves', () => {
  const twoWaves = async (siteId: string) => {
    await importFleet(app, {
      vehicles: [],
      couriers: [],
      windows: [
        {
          id: `${siteId}-w1`,
          operatorId: 'op-a',
          siteId,
          period: 'lunch',
          siteTypes: ['office'],
          from: '11:00',
          to: '12:00',
        },
        {
          id: `${siteId}-w2`,
          operatorId: 'op-a',
          siteId,
          period: 'lunch',
          siteTypes: ['residential'],
          from: '12:00',
          to: '13:00',
        },
      ],
      compartments: [],
    })
    await addVehicles(app, siteId, 2)
    const buildings = buildingsOf(2, 3)
    for (const [id, building] of buildings)
      buildings.set(id, { ...building, siteType: Number(id.slice(1)) < 3 ? 'office' : 'residential' })
    return cityLunch(buildings, 12, { siteId })
  }

  it('D1 plans each wave as a job of its own, in its window, with the same vehicles one wave after the other', async () => {
    const day = await twoWaves('site-w')
    await planMenuDay(app, day)
    const due = await app.db.select().from(waves).where(eq(waves.menuDayId, day.menuDayId)).orderBy(waves.wave)
    expect(due.map(({ from, to }) => [from.toISOString().slice(11, 16), to.toISOString().slice(11, 16)])).toEqual([
      ['03:00', '04:00'],
      ['04:00', '05:00'],
    ])
    await Promise.all(
      due.flatMap(({ menuDayId, wave }) => [1, 2].map(() => planWave(app, { menuDayId, wave, round: 1 }))),
    )
    const { runs, stops } = await planned(app, day.menuDayId)
    expect(
      stops.every(({ runId, eta, windowFrom, windowTo }) => runId && eta && eta >= windowFrom && eta <= windowTo),
    ).toBe(true)
    expect(new Set(runs.map(({ number }) => number)).size).toBe(runs.length)
    const first = runs.filter(({ wave }) => wave === 1)
    expect(first.every(({ returnAt }) => returnAt <= new Date('2026-11-24T04:00:00Z'))).toBe(true)
    const [plan] = await app.db.select().from(plans).where(eq(plans.menuDayId, day.menuDayId))
    expect(plan).toMatchObject({ wavesLeft: 0, plannedAt: app.now() })
  })

  it('plans beside the event loop: nothing waits while the engine works', async () => {
    await addVehicles(app, 'site-el', 30, { boxes: 12 })
    const day = cityLunch(buildingsOf(20, 6), 360, { siteId: 'site-el' })
    await planMenuDay(app, day)
    const loop = monitorEventLoopDelay({ resolution: 10 })
    loop.enable()
    await planWave(app, { menuDayId: day.menuDayId, wave: 1, round: 1 })
    loop.disable()
    // BullMQ renews a lock of 30 s every 15 s
    expect(loop.max / 1e6).toBeLessThan(2_000)
  })
})

describe('replan', () => {
  it('D3 keeps what is loaded and plans the rest again; whoever claimed a vehicle keeps it', async () => {
    const buildings = buildingsOf(4, 4)
    await addVehicles(app, 'site-r', 4, { boxes: 10 })
    const day = cityLunch(buildings, 32, { siteId: 'site-r' })
    await planWhole(app, day)
    const before = await planned(app, day.menuDayId)
    const [first, second] = before.runs
    for (const run of [first, second])
      await claimRun(app, { runId: run?.id ?? '', courierId: `courier-${run?.number}` })
    await load(app, first?.id ?? '', 'courier-1')
    const loaded = before.stops.filter(({ runId }) => runId === first?.id)

    await replan(app, { menuDayId: day.menuDayId, version: await versionOf(day.menuDayId), actorId: 'dispatcher' })
    await planWave(app, { menuDayId: day.menuDayId, wave: 1, round: 2 })
    const after = await planned(app, day.menuDayId)
    expect(after.stops.filter(({ runId }) => runId === first?.id)).toEqual(loaded)
    expect(after.runs.find(({ id }) => id === first?.id)).toMatchObject({ status: 'loaded' })
    expect(after.runs.filter(({ id }) => before.runs.some((run) => run.id === id))).toHaveLength(1)
    expect(after.runs.find((run) => run.vehicle.id === second?.vehicle.id)).toMatchObject({
      status: 'claimed',
      courierId: 'courier-2',
    })
    expect(after.stops.every(({ runId }) => runId !== null)).toBe(true)
    expect(after.runs.filter((run) => run.vehicle.id === first?.vehicle.id)).toHaveLength(1)
  })

  it('D3 throws away what was solved while a run was being loaded, and solves again', async () => {
    const buildings = buildingsOf(3, 3)
    await addVehicles(app, 'site-x', 3, { boxes: 10 })
    const day = cityLunch(buildings, 18, { siteId: 'site-x' })
    await planWhole(app, day)
    const { runs, stops } = await planned(app, day.menuDayId)
    const runId = runs[0]?.id ?? ''
    await claimRun(app, { runId, courierId: 'courier-1' })
    await replan(app, { menuDayId: day.menuDayId, version: await versionOf(day.menuDayId), actorId: 'dispatcher' })
    await Promise.all([planWave(app, { menuDayId: day.menuDayId, wave: 1, round: 2 }), load(app, runId, 'courier-1')])
    const after = await planned(app, day.menuDayId)
    const order = (rows: typeof stops) =>
      rows.filter((stop) => stop.runId === runId).map(({ buildingId }) => buildingId)
    expect(order(after.stops)).toEqual(order(stops))
    expect(after.stops.every((stop) => stop.runId !== null)).toBe(true)
  })

  it('refuses a version that is not the one that was looked at', async () => {
    const day = lunch()
    await planWhole(app, day)
    const version = await versionOf(day.menuDayId)
    await expect(replan(app, { menuDayId: day.menuDayId, version: version - 1, actorId: 'd' })).rejects.toMatchObject({
      code: 'plan_changed',
      params: { version },
    })
  })
})

describe('D2 what nobody can serve', () => {
  it('D2 names the reason and the smallest change, and plans everything else', async () => {
    const buildings = buildingsOf(2, 3)
    const far = { ...[...buildings.values()][0]!, communityId: 'far', lat: 31.5 }
    buildings.set('far', far)
    const hospital = { ...far, communityId: 'hospital', siteType: 'hospital', lat: 31.205 }
    buildings.set('hospital', hospital)
    await addVehicles(app, 'site-d2', 3, { skills: [] })
    const day = cityLunch(buildings, 8, { siteId: 'site-d2' })
    await planWhole(app, day)
    const { stops } = await planned(app, day.menuDayId)
    const left = stops.filter(({ runId }) => runId === null)
    expect(left.map(({ buildingId, unservedReason }) => [buildingId, unservedReason]).sort()).toEqual([
      ['far', 'hot_holding'],
      ['hospital', 'skill'],
    ])
    expect(left.find(({ buildingId }) => buildingId === 'hospital')?.change).toMatchObject({
      of: 'vehicle',
      field: 'skills',
      value: 'hospital',
    })
    expect(left.every(({ change }) => change !== null)).toBe(true)
    expect(stops.length - left.length).toBe(6)
  })

  it('D2 splits a building only when its boxes force it', async () => {
    await addVehicles(app, 'site-split', 3, { boxes: 20 })
    const groups = Array.from({ length: 7 }, () => group('b0', { boxes: 6 }))
    const day = lunch({ siteId: 'site-split', groups, buildings: buildingsOf(1, 1) })
    await planWhole(app, day)
    const { stops } = await planned(app, day.menuDayId)
    expect(stops.map(({ part, boxes }) => [part, boxes]).sort()).toEqual([
      [1, 18],
      [2, 18],
      [3, 6],
    ])
  })

  it('leaves everything out, with a reason, when nobody is on duty', async () => {
    await addVehicles(app, 'site-off', 1, { shiftFrom: '17:00', shiftTo: '20:00' })
    const day = lunch({ siteId: 'site-off' })
    await planWhole(app, day)
    const { stops } = await planned(app, day.menuDayId)
    expect(stops.map(({ unservedReason }) => unservedReason)).toEqual(['shift', 'shift', 'shift'])
  })
})
