import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { BatchCooked } from '../../../src/kitchen/events'
import { finishBatch } from '../../../src/kitchen/finish-batch'
import { planBatches } from '../../../src/kitchen/plan-batches'
import { showService } from '../../../src/kitchen/queries'
import { startBatch } from '../../../src/kitchen/start-batch'
import { undoStart } from '../../../src/kitchen/undo-start'
import { Refusal } from '../../../src/kernel/refusal'
import { audit, streamEvents } from '../../../src/platform/schema'
import { type TestApp, testApp } from '../../support/app'
import { menuDaysInWork, planOf } from '../../../src/kitchen/planning/keep-plan'
import { mendOutage, reportOutage } from '../../../src/kitchen/planning/report-outage'
import { outagesAt } from '../../../src/kitchen/planning/resources'
import { setCooks, setUpOf, setUpStation } from '../../../src/kitchen/planning/set-up-stations'
import { addStation, aMenuDay, announced, MORNING, SERVING } from './kitchen'

const LUNCH = { siteId: 'site-a', serviceDate: '2026-11-02', period: 'lunch' as const }

describe('batches', () => {
  let app: TestApp
  beforeEach(async () => {
    app = await testApp()
    app.setNow(MORNING)
    await addStation(app, 'wok', 1)
  })
  afterEach(() => app.close())

  const shown = async () => (await showService(app, LUNCH)).batches
  const firstBatch = async () => {
    await planBatches(app, aMenuDay())
    const [batch] = await shown()
    return { batchId: batch?.id ?? '', actorId: 'cook' }
  }

  it('plans a closed menu day once, whoever tells it again', async () => {
    await Promise.all([1, 2, 3].map(() => planBatches(app, aMenuDay())))
    const batches = await shown()
    expect(batches.map(({ portions, startBy }) => [portions, startBy])).toEqual([
      [20, '2026-11-02T02:24:00.000Z'],
      [20, '2026-11-02T02:36:00.000Z'],
      [5, '2026-11-02T02:48:00.000Z'],
    ])
    expect(await app.db.select().from(streamEvents)).toMatchObject([{ event: 'plan' }])
  })

  it('K2 counts batches back from when each run is loaded, and planned again leaves what was started alone', async () => {
    await addStation(app, 'cold', 1)
    const minutesLater = (minutes: number) => new Date(SERVING.getTime() + minutes * 60_000)
    const departures = [10, 25, 40].map((minutes, i) => {
      return { id: `run-${i + 1}`, loadAt: minutesLater(minutes), lastDropAt: minutesLater(minutes + 40) }
    })
    const wanted = [30, 26, 24].map((portions, i) => {
      return { recipeVersionId: 'pork-1', departureId: `run-${i + 1}`, portions }
    })
    await planBatches(app, aMenuDay({ departures, wanted }))
    const planned = await shown()
    const ends = planned.map(({ portions, startBy, minutes }) => [
      portions,
      new Date(startBy).getTime() + minutes * 60_000,
    ])
    // one wok: 80 portions in pots of 20, two due at 11:10, one at 11:25, one at 11:40
    expect(ends).toEqual([
      [20, minutesLater(-2).getTime()],
      [20, minutesLater(10).getTime()],
      [20, minutesLater(25).getTime()],
      [20, minutesLater(40).getTime()],
    ])

    app.setNow(new Date(planned[0]?.startBy ?? 0))
    await startBatch(app, { batchId: planned[0]?.id ?? '', actorId: 'cook' })
    // six more for the first run, and the last run leaves a quarter of an hour later
    const later = departures.map((run) => (run.id === 'run-3' ? { ...run, loadAt: minutesLater(55) } : run))
    const more = [...wanted, { recipeVersionId: 'pork-1', departureId: 'run-1', portions: 6 }]
    await Promise.all([1, 2].map(() => planBatches(app, aMenuDay({ departures: later, wanted: more }))))
    const again = await shown()
    expect(again[0]).toMatchObject({
      id: planned[0]?.id,
      status: 'cooking',
      portions: 20,
      startBy: planned[0]?.startBy,
    })
    expect(again.reduce((sum, { portions }) => sum + portions, 0)).toBe(86)
    expect(again.slice(1, 4).map(({ id }) => id)).toEqual(planned.slice(1).map(({ id }) => id))
    expect(new Date(again.at(-1)?.startBy ?? 0)).toEqual(minutesLater(43))
  })

  const step = (station: string, minutes: number, attended = true, when: 'service' | 'day_before' = 'service') => ({
    text: {
      zh: station,
      en: station,
    },
    station,
    minutes,
    attended,
    when,
  })

  it('K2 plans steps at their stations, one after the other, with as many cooks as there are', async () => {
    await addStation(app, 'pack', 1)
    await setCooks(app, { operatorId: 'op-a', siteId: 'site-a', cooks: 1, actorId: 'chef' })
    const {
      dishes: [pork],
      ...day
    } = aMenuDay()
    if (!pork) throw new Error('the menu day has a dish')
    const steps = [step('cold', 15, true, 'day_before'), step('wok', 12), step('pack', 3)]
    await planBatches(app, { ...day, dishes: [{ ...pork, minutes: 15, steps }] })
    const planned = await shown()
    const wall = (iso: string) => iso.slice(11, 16)
    // 11:00 is 03:00 UTC; one cook cooks and packs, so nothing happens side by side
    expect(planned.map((batch) => batch.steps.map((s) => `${s.station} ${wall(s.startAt)}–${wall(s.endAt)}`))).toEqual([
      ['wok 02:15–02:27', 'pack 02:27–02:30'],
      ['wok 02:30–02:42', 'pack 02:42–02:45'],
      ['wok 02:45–02:57', 'pack 02:57–03:00'],
    ])
    expect(await planOf(app, LUNCH)).toMatchObject({ lateMinutes: 0, bottleneck: null, late: [], impossible: [] })
  })

  it('goes round broken equipment, names what no longer fits and why, and is whole again when it is mended', async () => {
    app.setNow(new Date(SERVING.getTime() - 40 * 60_000))
    await planBatches(app, aMenuDay())
    expect(await planOf(app, LUNCH)).toMatchObject({ late: [], bottleneck: null })
    const outage = { operatorId: 'op-a', siteId: 'site-a', station: 'wok', places: 9, actorId: 'cook' }
    const from = app.now()
    const until = new Date(SERVING.getTime() - 10 * 60_000)
    const outageId = await reportOutage(app, { ...outage, from, until })
    expect(await outagesAt(app, 'site-a')).toMatchObject([{ places: 1 }])
    expect(await menuDaysInWork(app, 'site-a')).toEqual(['day-1'])
    await planBatches(app, aMenuDay())
    // three pots of twelve minutes from 10:50 on, for 11:00
    expect(await planOf(app, LUNCH)).toMatchObject({
      lateMinutes: 2 + 14 + 26,
      late: [{ dishId: 'pork', portions: 45, lateMinutes: 26 }],
      bottleneck: { station: 'wok', overloadMinutes: 26 },
    })

    await mendOutage(app, { outageId, actorId: 'cook' })
    await mendOutage(app, { outageId, actorId: 'cook' })
    await planBatches(app, aMenuDay())
    expect(await planOf(app, LUNCH)).toMatchObject({ late: [], bottleneck: null })
    const notes = await app.db.select().from(audit)
    expect(notes.filter(({ action }) => action === 'kitchen.mend-outage')).toHaveLength(1)
  })

  it('refuses an outage that is over, turned round, too long or nowhere, and a clock that turns red before yellow', async () => {
    const outage = { operatorId: 'op-a', siteId: 'site-a', station: 'wok', places: 1, actorId: 'cook' }
    const at = (minutes: number) => new Date(app.now().getTime() + minutes * 60_000)
    for (const [from, until] of [
      [at(-9), at(-1)],
      [at(9), at(3)],
      [at(0), at(60 * 24 * 40)],
    ] as const)
      await expect(reportOutage(app, { ...outage, from, until })).rejects.toThrow('outage_impossible')
    const elsewhere = { ...outage, station: 'moon', from: at(0), until: at(9) }
    await expect(reportOutage(app, elsewhere)).rejects.toThrow('not_found')
    const clock = { operatorId: 'op-a', siteId: 'site-a', code: 'wok', places: 3, soonMinutes: 5, actorId: 'chef' }
    await expect(setUpStation(app, { ...clock, lateMinutes: 6 })).rejects.toThrow('invalid')
    await setUpStation(app, { ...clock, lateMinutes: 1 })
    expect(await setUpOf(app, 'site-a')).toMatchObject({
      stations: [{ code: 'wok', places: 3, soonMinutes: 5, lateMinutes: 1 }],
      cooks: null,
    })
  })

  it('a clock that jumps back or ahead leaves what was started and plans the rest', async () => {
    const touch = await firstBatch()
    await startBatch(app, touch)
    app.setNow(new Date(MORNING.getTime() - 24 * 3_600_000))
    await planBatches(app, aMenuDay())
    expect((await shown())[0]).toMatchObject({ id: touch.batchId, status: 'cooking', portions: 20 })
    app.setNow(new Date(SERVING.getTime() + 3_600_000))
    await planBatches(app, aMenuDay())
    const planned = await shown()
    expect(planned.reduce((sum, { portions }) => sum + portions, 0)).toBe(45)
    expect((await planOf(app, LUNCH))?.late).toMatchObject([{ dishId: 'pork' }])
  })

  it('a menu day nobody ordered from has no batches', async () => {
    await planBatches(app, aMenuDay({ dishes: [], wanted: [] }))
    expect(await shown()).toEqual([])
  })

  it('goes from planned to cooking to cooked, and says what it used once', async () => {
    const touch = await firstBatch()
    app.setNow(SERVING)
    expect(await startBatch(app, touch)).toMatchObject({ status: 'cooking', startedAt: SERVING.toISOString() })
    app.setNow(new Date(SERVING.getTime() + 12 * 60_000))
    const answers = await Promise.all(Array.from({ length: 6 }, () => finishBatch(app, touch)))
    expect(
      answers.every(({ status, cookedAt }) => status === 'cooked' && cookedAt === '2026-11-02T03:12:00.000Z'),
    ).toBe(true)
    expect(await announced(app, BatchCooked)).toEqual([
      {
        batchId: touch.batchId,
        operatorId: 'op-a',
        siteId: 'site-a',
        menuDayId: 'day-1',
        dishId: 'pork',
        recipeVersionId: 'pork-1',
        portions: 20,
        cookedAt: '2026-11-02T03:12:00.000Z',
      },
    ])
    const notes = await app.db.select().from(audit)
    expect(notes.map(({ action }) => action)).toEqual(['kitchen.plan', 'kitchen.start-batch', 'kitchen.finish-batch'])
  })

  it('a start by mistake is undone', async () => {
    const touch = await firstBatch()
    await startBatch(app, touch)
    expect(await undoStart(app, touch)).toMatchObject({ status: 'planned', startedAt: null })
    expect(await undoStart(app, touch)).toMatchObject({ status: 'planned' })
  })

  it('refuses steps that do not follow, and unknown batches', async () => {
    const touch = await firstBatch()
    await expect(finishBatch(app, touch)).rejects.toThrow(new Refusal('batch_not_startable'))
    await startBatch(app, touch)
    await finishBatch(app, touch)
    await expect(startBatch(app, touch)).rejects.toThrow(new Refusal('batch_not_startable'))
    await expect(undoStart(app, touch)).rejects.toThrow(new Refusal('batch_not_startable'))
    await expect(startBatch(app, { ...touch, batchId: 'bat_none' })).rejects.toThrow(new Refusal('not_found'))
    expect(await announced(app, BatchCooked)).toHaveLength(1)
  })
})
