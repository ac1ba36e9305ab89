import { eq } from 'drizzle-orm'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { departRun } from '../../../src/delivery/runs/depart-run'
import { claimRun } from '../../../src/delivery/runs/claim-run'
import { handOver } from '../../../src/delivery/runs/hand-over'
import { releaseRun } from '../../../src/delivery/runs/release-run'
import { reportPosition } from '../../../src/delivery/runs/report-position'
import { stopRun } from '../../../src/delivery/runs/stop-run'
import { runs as runTable } from '../../../src/delivery/schema/runs'
import { vehicles } from '../../../src/delivery/schema/fleet'
import { alerts } from '../../../src/delivery/schema/watch'
import { followRuns } from '../../../src/delivery/watch/follow-runs'
import { type TestApp, testApp } from '../../support/app'
import { addVehicles, buildingsOf, cityLunch } from './city'
import { load, lunch, onTheWay, planned, planWhole } from './lunch'

const at = (time: string) => new Date(`2026-11-24T${time}Z`)

let app: TestApp
beforeAll(async () => {
  app = await testApp()
})
afterAll(() => app.close())

const toldOn = async (topic: string) =>
  (await app.pool.query('select event, data from platform.stream_events where topic = $1 order by version', [topic]))
    .rows
const etasOf = async (menuDayId: string) => (await planned(app, menuDayId)).stops.map(({ eta }) => eta?.getTime() ?? 0)
/** A lunch on the way since an instant, with its drops by stop. */
const leftAt = async (time: string) => {
  app.setNow(at(time))
  const day = lunch()
  const run = await onTheWay(app, day)
  return { day, ...run }
}

describe('live ETAs', () => {
  it('counts from the moment the courier leaves, not from the plan', async () => {
    const { day } = await leftAt('03:30:00')
    const { stops } = await planned(app, day.menuDayId)
    const shift = stops.map(({ eta, plannedEta }) => (eta?.getTime() ?? 0) - (plannedEta?.getTime() ?? 0))
    expect(shift).toEqual([1_800_000, 1_800_000, 1_800_000])
  })

  it('counts on from each door, and tells the site and whoever waits for it', async () => {
    const { day, drops, courierId } = await leftAt('03:00:00')
    const [first, second] = (await planned(app, day.menuDayId)).stops
    const before = await etasOf(day.menuDayId)
    app.setNow(new Date((first?.eta?.getTime() ?? 0) + 20 * 60_000))
    for (const { id } of drops.filter(({ stopId }) => stopId === first?.id))
      await handOver(app, { dropId: id, courierId, code: '4711' })
    const after = await etasOf(day.menuDayId)
    expect((await planned(app, day.menuDayId)).stops[0]?.doneAt).toEqual(app.now())
    // nobody is told of less than a minute
    const exact = app.now().getTime() + (second?.legSeconds ?? 0) * 1_000
    expect(Math.abs((after[1] ?? 0) - exact)).toBeLessThan(60_000)
    expect((after[1] ?? 0) - (before[1] ?? 0)).toBeGreaterThan(15 * 60_000)
    const waiting = drops.find(({ stopId }) => stopId === second?.id)
    expect((await toldOn(`order:${waiting?.orderId}`)).map(({ event }) => event)).toContain('delivery')
    expect(
      (await toldOn('runs:site-a')).some(
        ({ event, data }) => event === 'eta' && data.etas.some((eta: { stopId: string }) => eta.stopId === second?.id),
      ),
    ).toBe(true)
  })

  it('follows a reported position; an older one and one of the future change nothing', async () => {
    const { day, runId, courierId } = await leftAt('03:00:00')
    const [first] = (await planned(app, day.menuDayId)).stops
    app.setNow(at('03:30:00'))
    const here = { lat: first?.lat ?? 0, lon: first?.lon ?? 0 }
    await reportPosition(app, { runId, courierId, ...here, at: at('03:29:00') })
    const [eta] = await etasOf(day.menuDayId)
    expect(eta).toBe(at('03:30:00').getTime())
    await reportPosition(app, { runId, courierId, lat: 31, lon: 121, at: at('03:10:00') })
    expect((await planned(app, day.menuDayId)).runs[0]).toMatchObject({ lat: here.lat })
    await reportPosition(app, { runId, courierId, ...here, at: at('05:30:00') })
    expect((await planned(app, day.menuDayId)).runs[0]?.seenAt).toEqual(at('03:30:00'))
    await expect(reportPosition(app, { runId, courierId: 'other', ...here, at: at('03:30:00') })).rejects.toMatchObject(
      { code: 'run_not_yours' },
    )
  })

  it('raises an alert once a stop, before its window ends, though nobody reports anything', async () => {
    app.setNow(at('02:00:00'))
    const day = lunch()
    await planWhole(app, day)
    const { stops, drops } = await planned(app, day.menuDayId)
    const raised = () => app.db.select().from(alerts).where(eq(alerts.menuDayId, day.menuDayId))
    app.setNow(at('04:20:00'))
    await followRuns(app)
    expect(await raised()).toEqual([])
    app.setNow(at('04:52:00'))
    await Promise.all([followRuns(app), followRuns(app)])
    await followRuns(app)
    const late = await raised()
    expect(late.length).toBeGreaterThan(0)
    expect(
      late.every(
        ({ kind, raisedAt, detail }) => kind === 'late' && raisedAt < at('05:00:00') && Number(detail['minutes']) >= 5,
      ),
    ).toBe(true)
    expect(new Set(late.map(({ subjectId }) => subjectId)).size).toBe(late.length)
    const stop = stops.find(({ id }) => id === late[0]?.subjectId)
    const drop = drops.find(({ stopId }) => stopId === stop?.id)
    expect((await toldOn(`order:${drop?.orderId}`)).map(({ event }) => event)).toContain('delivery')
  })

  it('lets nothing leave that would be handed over too old', async () => {
    app.setNow(at('02:00:00'))
    const day = lunch()
    await planWhole(app, day)
    const runId = (await planned(app, day.menuDayId)).runs[0]?.id ?? ''
    await claimRun(app, { runId, courierId: 'c1' })
    await load(app, runId, 'c1')
    app.setNow(at('07:00:00'))
    await expect(departRun(app, { runId, courierId: 'c1' })).rejects.toMatchObject({ code: 'food_too_old' })
  })
})

describe('releaseRun', () => {
  it('gives a claimed or loaded run back to all, once, and nothing that is on the way', async () => {
    app.setNow(at('02:00:00'))
    const day = lunch()
    await planWhole(app, day)
    const runId = (await planned(app, day.menuDayId)).runs[0]?.id ?? ''
    const run = async () => (await planned(app, day.menuDayId)).runs[0]
    await claimRun(app, { runId, courierId: 'c1' })
    await expect(releaseRun(app, { runId, courierId: 'c2' })).rejects.toMatchObject({ code: 'run_not_yours' })
    await load(app, runId, 'c1')
    await Promise.all([1, 2].map(() => releaseRun(app, { runId, courierId: 'c1' })))
    expect(await run()).toMatchObject({ status: 'planned', courierId: null, loadCheck: null })
    await claimRun(app, { runId, courierId: 'c2' })
    await load(app, runId, 'c2')
    await departRun(app, { runId, courierId: 'c2' })
    await expect(releaseRun(app, { runId, courierId: 'c2' })).rejects.toMatchObject({ code: 'run_not_ready' })
  })
})

describe('stopRun', () => {
  const away = async (siteId: string) => {
    app.setNow(at('03:00:00'))
    await addVehicles(app, siteId, 4, { boxes: 20 })
    const day = cityLunch(buildingsOf(2, 4), 16, { siteId })
    await planWhole(app, day)
    const { runs, stops, drops } = await planned(app, day.menuDayId)
    const run = runs[0]
    if (!run) throw new Error('a run expected')
    await claimRun(app, { runId: run.id, courierId: 'c1' })
    await load(app, run.id, 'c1')
    await departRun(app, { runId: run.id, courierId: 'c1' })
    const own = stops.filter(({ runId }) => runId === run.id)
    const dropsAt = (index: number) => drops.filter(({ stopId }) => stopId === own[index]?.id)
    return { day, run, own, dropsAt }
  }

  it('ends with what is delivered; a new run with another vehicle takes over the rest, to be claimed', async () => {
    const { day, run, own, dropsAt } = await away('site-stop')
    for (const { id } of dropsAt(0)) await handOver(app, { dropId: id, courierId: 'c1', code: '4711' })
    const half = dropsAt(1)
    await handOver(app, { dropId: half[0]?.id ?? '', courierId: 'c1', code: '4711' })
    const stop = () =>
      stopRun(app, {
        runId: run.id,
        actorId: 'c1',
        courierId: 'c1',
        reason: 'breakdown',
        at: { lat: 31.205, lon: 121.505 },
      })
    const answers = await Promise.allSettled([stop(), stop()])
    const [done] = answers.flatMap((answer) => (answer.status === 'fulfilled' ? [answer.value] : []))
    expect(answers.map(({ status }) => status).sort()).toEqual(['fulfilled', 'rejected'])

    const after = await planned(app, day.menuDayId)
    const next = after.runs.find(({ id }) => id === done)
    expect(after.runs.find(({ id }) => id === run.id)).toMatchObject({ status: 'done', stopReason: 'breakdown' })
    expect(next).toMatchObject({ status: 'planned', takesOver: run.id, courierId: null })
    expect(next?.vehicle.id).not.toBe(run.vehicle.id)
    const kept = after.stops.filter(({ runId }) => runId === run.id)
    expect(kept.map(({ id }) => id)).toEqual(own.slice(0, 2).map(({ id }) => id))
    expect(kept.every(({ doneAt }) => doneAt !== null)).toBe(true)
    const rest = after.stops.filter(({ runId }) => runId === done)
    expect(rest.reduce((sum, { boxes }) => sum + boxes, 0)).toBe(next?.boxes)
    expect(rest).toHaveLength(own.length - 1)
    expect(rest.every(({ eta }) => eta && eta > app.now())).toBe(true)
    const [out] = await app.db.select().from(vehicles).where(eq(vehicles.id, run.vehicle.id))
    expect(out?.active).toBe(false)

    await claimRun(app, { runId: done ?? '', courierId: 'c2' })
    await departRun(app, { runId: done ?? '', courierId: 'c2' })
    const waiting = (await planned(app, day.menuDayId)).drops.filter(
      ({ stopId, status }) => status === 'waiting' && rest.some(({ id }) => id === stopId),
    )
    for (const { id } of waiting) await handOver(app, { dropId: id, courierId: 'c2', code: '4711' })
    expect((await planned(app, day.menuDayId)).runs.find(({ id }) => id === done)).toMatchObject({ status: 'done' })
  })

  it('gives it to the courier a dispatcher names, and what has not left stays whole', async () => {
    const { run } = await away('site-stop-2')
    const next = await stopRun(app, { runId: run.id, actorId: 'd', reason: 'illness', next: 'c9' })
    const [given] = await app.db
      .select()
      .from(runTable)
      .where(eq(runTable.id, next ?? ''))
    expect(given).toMatchObject({ status: 'claimed', courierId: 'c9' })

    app.setNow(at('02:00:00'))
    const day = lunch()
    await planWhole(app, day)
    const runId = (await planned(app, day.menuDayId)).runs[0]?.id ?? ''
    await claimRun(app, { runId, courierId: 'c1' })
    await load(app, runId, 'c1')
    expect(await stopRun(app, { runId, actorId: 'c1', courierId: 'c1', reason: 'illness' })).toBe(runId)
    expect((await planned(app, day.menuDayId)).runs[0]).toMatchObject({
      status: 'planned',
      courierId: null,
      loadedAt: null,
    })
  })
})
