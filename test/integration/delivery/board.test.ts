import { eq } from 'drizzle-orm'
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import { moveStop } from '../../../src/delivery/board/move-stop'
import { pinStop } from '../../../src/delivery/board/pin-stop'
import { previewMove } from '../../../src/delivery/board/preview-move'
import { splitStop } from '../../../src/delivery/board/split-stop'
import { addLateGroups } from '../../../src/delivery/planning/add-late-groups'
import { insertWaiting } from '../../../src/delivery/planning/insert-waiting'
import type { MenuDayToPlan } from '../../../src/delivery/planning/menu-day'
import { planWave } from '../../../src/delivery/planning/plan-wave'
import { replan } from '../../../src/delivery/planning/replan'
import { claimRun } from '../../../src/delivery/runs/claim-run'
import { plans } from '../../../src/delivery/schema/plans'
import { audit } from '../../../src/platform/schema'
import { type TestApp, testApp } from '../../support/app'
import { addVehicles, buildingsOf, cityLunch } from './city'
import { group, load, planned, planWhole } from './lunch'

let app: TestApp
let day: MenuDayToPlan
let site = 0
beforeAll(async () => {
  app = await testApp()
  app.setNow(new Date('2026-11-24T01:00:00Z'))
})
afterAll(() => app.close())
beforeEach(async () => {
  const siteId = `site-board-${site++}`
  await addVehicles(app, siteId, 4, { boxes: 16, hotBoxes: 16 })
  day = cityLunch(buildingsOf(3, 4), 24, { siteId })
  await planWhole(app, day)
})

const version = async () =>
  (await app.db.select().from(plans).where(eq(plans.menuDayId, day.menuDayId)))[0]?.version ?? 0
const state = () => planned(app, day.menuDayId)
const orderOf = (stops: Awaited<ReturnType<typeof state>>['stops'], runId: string | undefined) =>
  stops.filter((stop) => stop.runId === runId).map(({ id }) => id)
/** Two runs with a stop of the first one. */
const two = async () => {
  const { runs, stops } = await state()
  const [to, from] = runs.toSorted((a, b) => a.boxes - b.boxes)
  const [stopId] = orderOf(stops, from?.id)
  if (!from || !to || !stopId) throw new Error('two runs expected')
  return { from, to, stopId, stops }
}
const late = (buildingId: string, i: number) => group(buildingId, { number: `9${String(i).padStart(2, '0')}` })

describe('previewMove and moveStop', () => {
  it('shows every stop whose ETA changes before anything does, and then does exactly that', async () => {
    const { to, stopId, stops } = await two()
    const preview = await previewMove(app, { stopId, runId: to.id, position: 1 })
    expect((await state()).stops).toEqual(stops)
    expect(preview.affected.find((each) => each.stopId === stopId)?.to).toMatchObject({ runId: to.id, sequence: 1 })
    expect(preview.affected.length).toBeGreaterThan(1)

    const done = await moveStop(app, { stopId, runId: to.id, position: 1, version: preview.version, actorId: 'd' })
    expect(done.affected).toEqual(preview.affected)
    const after = await state()
    expect(orderOf(after.stops, to.id)[0]).toBe(stopId)
    for (const { stopId: id, to: place } of preview.affected) {
      const stop = after.stops.find((each) => each.id === id)
      expect([stop?.runId, stop?.sequence, stop?.eta?.toISOString()]).toEqual([place.runId, place.sequence, place.eta])
    }
    for (const { runId, boxes, metres } of preview.runs) {
      const run = after.runs.find(({ id }) => id === runId)
      if (run) expect([run.boxes, run.metres]).toEqual([boxes, metres.after])
    }
    expect(await app.db.select().from(audit).where(eq(audit.subject, stopId))).toMatchObject([{ actorId: 'd' }])
  })

  it('refuses what was previewed on an older plan: of two moves at once one is stale', async () => {
    const { from, to, stopId } = await two()
    const { version: seen } = await previewMove(app, { stopId, runId: to.id, position: 1 })
    const move = (runId: string) => moveStop(app, { stopId, runId, position: 1, version: seen, actorId: 'd' })
    const answers = await Promise.allSettled([move(to.id), move(from.id)])
    expect(answers.map(({ status }) => status).sort()).toEqual(['fulfilled', 'rejected'])
    const [stale] = answers.flatMap((answer) => (answer.status === 'rejected' ? [answer.reason.code] : []))
    expect(stale).toBe('plan_changed')
  })

  it('warns of what is late or too much, and never overloads a vehicle', async () => {
    const { runs, stops } = await state()
    const [to, ...others] = runs
    const moving = others.flatMap(({ id }) => orderOf(stops, id))
    let refused: unknown
    for (const stopId of moving) {
      const { warnings } = await previewMove(app, { stopId, runId: to?.id ?? '', position: 1 })
      const move = moveStop(app, { stopId, runId: to?.id ?? '', position: 1, version: await version(), actorId: 'd' })
      if (!warnings.includes('overload')) await move
      else {
        refused = await move.catch((refusal: unknown) => refusal)
        break
      }
    }
    expect(refused).toMatchObject({ code: 'run_full' })
  })

  it('D3 leaves a loaded run alone', async () => {
    const { to, stopId } = await two()
    await claimRun(app, { runId: to.id, courierId: 'courier-1' })
    await load(app, to.id, 'courier-1')
    await expect(previewMove(app, { stopId, runId: to.id, position: 1 })).rejects.toMatchObject({ code: 'run_loaded' })
  })

  it('takes a run away whose last stop was moved', async () => {
    const { runs, stops } = await state()
    const smallest = runs.toSorted((a, b) => orderOf(stops, a.id).length - orderOf(stops, b.id).length)[0]
    const target = runs.find(({ id, boxes }) => id !== smallest?.id && boxes <= 10)
    for (const stopId of orderOf(stops, smallest?.id)) {
      if (!target) return
      const preview = await previewMove(app, { stopId, runId: target.id, position: 99 })
      if (preview.warnings.includes('overload')) return
      await moveStop(app, { stopId, runId: target.id, position: 99, version: preview.version, actorId: 'd' })
    }
    expect((await state()).runs.some(({ id }) => id === smallest?.id)).toBe(false)
  })
})

describe('pinStop and splitStop', () => {
  it('keeps a pinned stop on its vehicle when the rest is planned again', async () => {
    const { to, stopId } = await two()
    const { version: seen } = await previewMove(app, { stopId, runId: to.id, position: 1 })
    await moveStop(app, { stopId, runId: to.id, position: 1, version: seen, actorId: 'd' })
    await pinStop(app, { stopId, pinned: true, actorId: 'd' })
    await replan(app, { menuDayId: day.menuDayId, version: await version(), actorId: 'd' })
    await planWave(app, { menuDayId: day.menuDayId, wave: 1, round: 2 })
    const after = await state()
    const stop = after.stops.find(({ id }) => id === stopId)
    expect(after.runs.find(({ id }) => id === stop?.runId)?.vehicle.id).toBe(to.vehicle.id)
    expect(stop?.pinned).toBe(true)
  })

  it('takes an order out of a stop into one of its own, which then moves alone', async () => {
    const { from, to, stopId } = await two()
    const { drops } = await state()
    const [dropId] = drops.filter((drop) => drop.stopId === stopId).map(({ id }) => id)
    const split = await splitStop(app, { stopId, dropIds: [dropId ?? ''], version: await version(), actorId: 'd' })
    const after = await state()
    expect(orderOf(after.stops, from.id).slice(0, 2)).toEqual([stopId, split.stopId])
    expect(after.stops.find(({ id }) => id === split.stopId)).toMatchObject({ boxes: 1, part: 2 })
    const { warnings } = await previewMove(app, { stopId: split.stopId, runId: to.id, position: 1 })
    expect(warnings).toEqual([])
    const all = drops.filter((drop) => drop.stopId === stopId).map(({ id }) => id)
    await expect(splitStop(app, { stopId, dropIds: all, version: split.version, actorId: 'd' })).rejects.toMatchObject({
      code: 'not_found',
    })
  })
})

describe('late orders', () => {
  it('D3 10 late orders change neither the stops nor the order of a loaded run, and all come along', async () => {
    const { from } = await two()
    await claimRun(app, { runId: from.id, courierId: 'courier-1' })
    await load(app, from.id, 'courier-1')
    const before = await state()
    const groups = Array.from({ length: 10 }, (_, i) => late(`b${i}`, i))
    await addLateGroups(app, { ...day, groups }, 'worker')
    const after = await state()
    expect(after.stops.filter(({ runId }) => runId === from.id)).toEqual(
      before.stops.filter(({ runId }) => runId === from.id),
    )
    expect(after.runs.find(({ id }) => id === from.id)).toEqual(before.runs.find(({ id }) => id === from.id))
    expect(after.drops).toHaveLength(34)
    const homeOf = new Map(after.stops.map(({ id, runId }) => [id, runId]))
    expect(after.drops.every(({ stopId }) => homeOf.get(stopId))).toBe(true)
    for (const run of after.runs) {
      const own = after.stops.filter(({ runId }) => runId === run.id)
      expect(own.reduce((sum, { boxes }) => sum + boxes, 0)).toBe(run.boxes)
      expect(run.boxes).toBeLessThanOrEqual(16)
    }
    // what was planned in the others keeps its order
    for (const run of before.runs) {
      const was = orderOf(before.stops, run.id)
      expect(orderOf(after.stops, run.id).filter((id) => was.includes(id))).toEqual(was)
    }
  })

  it('V3 takes an order in once, however often it is announced', async () => {
    const groups = [late('b0', 1)]
    await Promise.all([1, 2, 3].map(() => addLateGroups(app, { ...day, groups }, 'worker')))
    expect((await state()).drops).toHaveLength(25)
  })

  it('D2 says why a late order fits nowhere, and takes it in when there is room again', async () => {
    const groups = Array.from({ length: 3 }, (_, i) => group('b0', { number: `8${i}`, boxes: 10 }))
    await addLateGroups(app, { ...day, groups }, 'worker')
    const left = (await state()).stops.filter(({ runId }) => runId === null)
    expect(left.length).toBeGreaterThan(0)
    expect(left.every(({ unservedReason }) => unservedReason === 'capacity' || unservedReason === 'shift')).toBe(true)
    await addVehicles(app, `${day.siteId}`, 8, { boxes: 40 })
    const { inserted, unserved } = await insertWaiting(app, { menuDayId: day.menuDayId, actorId: 'd' })
    expect([inserted, unserved]).toEqual([left.length, 0])
  })
})
