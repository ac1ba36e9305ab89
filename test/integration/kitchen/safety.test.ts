import { sql } from 'drizzle-orm'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { Refusal } from '../../../src/kernel/refusal'
import { finishBatch } from '../../../src/kitchen/finish-batch'
import { planBatches } from '../../../src/kitchen/plan-batches'
import { showService } from '../../../src/kitchen/queries'
import { clockOf } from '../../../src/kitchen/safety/clocks'
import { holdBatch } from '../../../src/kitchen/safety/hold-batch'
import { importSafety } from '../../../src/kitchen/safety/import-safety'
import { disposeSample, keepSample } from '../../../src/kitchen/safety/keep-sample'
import { noteReading } from '../../../src/kitchen/safety/note-reading'
import { safetyBook } from '../../../src/kitchen/safety/queries'
import { refuseUnsafeFood } from '../../../src/kitchen/safety/refuse-unsafe-food'
import { signCheck } from '../../../src/kitchen/safety/sign-check'
import { waste } from '../../../src/kitchen/schema/service'
import { startBatch } from '../../../src/kitchen/start-batch'
import { type TestApp, testApp } from '../../support/app'
import { addStation, aMenuDay, anOrder, MORNING, ticketFor } from './kitchen'

const ZONE = 'Asia/Shanghai'
const SITE = { operatorId: 'op-a', siteId: 'site-a' }
const at = (clock: string, day = '2026-11-02') => new Date(`${day}T${clock}:00+08:00`)
const until = (clock: string) => at(clock)

describe('food safety', () => {
  let app: TestApp
  beforeEach(async () => {
    app = await testApp()
    app.setNow(MORNING)
    await addStation(app, 'wok', 2)
  })
  afterEach(() => app.close())

  /** Pork for 45, its first batch of 20 off the heat at 10:20. */
  async function cooked(): Promise<string> {
    await planBatches(app, aMenuDay())
    const { batches } = await showService(app, { siteId: 'site-a', serviceDate: '2026-11-02', period: 'lunch' })
    const touch = { batchId: batches[0]?.id ?? '', actorId: 'cook' }
    await startBatch(app, touch)
    app.setNow(at('10:20'))
    await finishBatch(app, touch)
    return touch.batchId
  }
  const hold = (batchId: string, mode: 'hot' | 'chilled' | 'reheated' | 'discarded', tenths?: number) =>
    holdBatch(app, { batchId, siteId: 'site-a', mode, tenths, actorId: 'cook' })
  const stateOf = async (batchId: string) => (await clockOf(app, batchId))?.state
  const leave = (clock: string) => refuseUnsafeFood(app, ['one-g'], until(clock))

  it('K6 turns reheat_or_discard at 12:20 and keeps it from the door; held hot, it may not leave to be eaten after 14:20', async () => {
    const batchId = await cooked()
    await ticketFor(app, anOrder('one'))
    await expect(leave('12:19')).resolves.toBeUndefined()
    await expect(leave('12:20')).rejects.toThrow('dish_unsafe')
    app.setNow(at('12:20'))
    expect(await stateOf(batchId)).toBe('reheat_or_discard')

    await expect(hold(batchId, 'reheated')).rejects.toThrow('not_hot_enough')
    await expect(hold(batchId, 'reheated', 699)).rejects.toThrow('not_hot_enough')
    await expect(hold(batchId, 'reheated', 9000)).rejects.toThrow('temperature_impossible')
    await hold(batchId, 'reheated', 720)
    await hold(batchId, 'hot')
    expect(await stateOf(batchId)).toBe('good')
    await expect(leave('14:19')).resolves.toBeUndefined()
    await expect(leave('14:20')).rejects.toThrow('dish_unsafe')
    app.setNow(at('14:20'))
    await expect(hold(batchId, 'reheated', 750)).rejects.toThrow('food_expired')
    await hold(batchId, 'discarded')
    await expect(hold(batchId, 'hot')).rejects.toThrow(new Refusal('batch_discarded'))
    expect(await app.db.select().from(waste)).toMatchObject([{ dishId: 'pork', portions: 20, cause: 'too_old' }])
  })

  it('K6 a sample is no smaller than the policy asks, taken once, and kept for 48 hours', async () => {
    await importSafety(app, [{ ...SITE, profileId: 'cn', sampleGrams: 200, holding: 'hot' }])
    await cooked()
    const sample = { ...SITE, menuDayId: 'day-1', dishId: 'pork', place: 'Fridge 2, shelf 1', actorId: 'cook' }
    expect((await safetyBook(app, 'site-a', ZONE)).unsampled).toMatchObject([{ dishId: 'pork' }])
    await expect(keepSample(app, { ...sample, grams: 199 })).rejects.toThrow('sample_too_small')
    await expect(keepSample(app, { ...sample, dishId: 'none', grams: 200 })).rejects.toThrow('not_found')
    const taken = await Promise.allSettled([1, 2, 3].map(() => keepSample(app, { ...sample, grams: 200 })))
    expect(taken.filter(({ status }) => status === 'fulfilled')).toHaveLength(1)
    const { samples, unsampled } = await safetyBook(app, 'site-a', ZONE)
    expect(samples).toMatchObject([{ grams: 200, keepUntil: at('10:20', '2026-11-04') }])
    expect(unsampled).toEqual([])

    const sampleId = samples[0]?.id ?? ''
    app.setNow(at('10:19', '2026-11-04'))
    await expect(disposeSample(app, { sampleId, actorId: 'cook' })).rejects.toThrow('sample_kept')
    const early = sql`update kitchen.retained_samples set disposed_at = keep_until - interval '1 minute' where id = ${sampleId}`
    await expect(app.db.execute(early)).rejects.toThrow()
    app.setNow(at('10:20', '2026-11-04'))
    const gone = await disposeSample(app, { sampleId, actorId: 'cook' })
    expect(await disposeSample(app, { sampleId, actorId: 'other' })).toEqual(gone)
  })

  it('readings move the clock, and nonsense is refused', async () => {
    await importSafety(app, [{ ...SITE, profileId: 'cn', holding: 'hot' }])
    const batchId = await cooked()
    const reading = { ...SITE, actorId: 'probe-3', source: 'sensor' as const, place: 'food' as const }
    app.setNow(at('11:00'))
    expect(await noteReading(app, { ...reading, batchId, tenths: 450 })).toMatchObject({ verdict: 'outside' })
    app.setNow(at('13:00'))
    expect(await stateOf(batchId)).toBe('reheat_or_discard')
    await expect(noteReading(app, { ...reading, batchId, tenths: 4000 })).rejects.toThrow('temperature_impossible')
    await expect(noteReading(app, { ...reading, tenths: 40 })).rejects.toThrow('batch_needed')
    const jumped = { ...reading, batchId, tenths: 640 }
    await expect(noteReading(app, { ...jumped, at: at('13:10') })).rejects.toThrow('clock_is_wrong')
    await expect(noteReading(app, { ...jumped, at: at('12:59', '2026-11-01') })).rejects.toThrow('clock_is_wrong')
  })

  it('a self-check is signed once a day, says what was done about what failed, and stays as it was signed', async () => {
    const { checks } = await safetyBook(app, 'site-a', ZONE)
    const items = checks.find(({ rhythm }) => rhythm === 'daily')?.items ?? []
    const answers = items.map(({ code }, i) => ({ code, ok: i > 0 }))
    const check = { ...SITE, zone: ZONE, rhythm: 'daily' as const, signature: '林师傅', actorId: 'chef' }
    await expect(signCheck(app, { ...check, answers: answers.slice(1) })).rejects.toThrow('check_incomplete')
    await expect(signCheck(app, { ...check, answers })).rejects.toThrow('corrective_action_missing')
    const mended = answers.map((answer) => (answer.ok ? answer : { ...answer, action: 'Sent home' }))
    const signed = await signCheck(app, { ...check, answers: mended })
    expect(signed).toMatchObject({ dueOn: '2026-11-02', signature: '林师傅' })
    await expect(signCheck(app, { ...check, answers: mended })).rejects.toThrow(new Refusal('check_signed'))
    await expect(app.db.execute(sql`update kitchen.self_checks set signature = 'x'`)).rejects.toThrow()
    await expect(app.db.execute(sql`delete from kitchen.self_checks`)).rejects.toThrow()
  })
})
