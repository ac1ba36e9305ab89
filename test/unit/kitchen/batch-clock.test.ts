import { describe, expect, it } from 'vitest'
import { batchClock, type CookedBatch } from '../../../src/kitchen/domain/safety/batch-clock'
import { SAFETY_PROFILES } from '../../../src/kitchen/domain/safety/profiles'
import { limitsOf } from '../../../src/kitchen/domain/safety/rules'
import { dueOn, requireComplete } from '../../../src/kitchen/domain/safety/self-check'
import { isWithin } from '../../../src/kitchen/domain/safety/within'
import { Refusal } from '../../../src/kernel/refusal'

const china = SAFETY_PROFILES.find(({ id }) => id === 'cn')!
const limits = limitsOf(china.rules, null)
const at = (clock: string, day = '2026-11-02') => new Date(`${day}T${clock}:00+08:00`)
const cooked = (given: Partial<CookedBatch> = {}): CookedBatch => ({
  cookedAt: at('10:20'),
  holding: 'ambient',
  befell: [],
  readings: [],
  ...given,
})
const stateAt = (batch: CookedBatch, now: Date) => batchClock(batch, limits, now).state

describe('the clock of a batch', () => {
  it('K6 cooked at 10:20 and neither hot nor chilled, turns reheat_or_discard at 12:20', () => {
    expect(stateAt(cooked(), at('12:19'))).toBe('good')
    expect(stateAt(cooked(), at('12:20'))).toBe('reheat_or_discard')
    expect(batchClock(cooked(), limits, at('11:00')).reheatBy).toEqual(at('12:20'))
  })

  it('K6 held hot, is past its use-by from 14:20 on', () => {
    const hot = cooked({ holding: 'hot' })
    expect(stateAt(hot, at('14:19'))).toBe('good')
    expect(stateAt(hot, at('14:20'))).toBe('expired')
    expect(batchClock(hot, limits, at('12:00'))).toMatchObject({ useBy: at('14:20'), reheatBy: undefined })
  })

  it('minutes between cold and hot add up over the day and stop in the cabinet', () => {
    const batch = cooked({
      befell: [
        { mode: 'hot', at: at('11:00') },
        { mode: 'ambient', at: at('12:00') },
      ],
    })
    expect(stateAt(batch, at('13:19'))).toBe('good')
    expect(stateAt(batch, at('13:20'))).toBe('reheat_or_discard')
  })

  it('a cabinet that reads 45 °C does not hold hot', () => {
    const batch = cooked({ holding: 'hot', readings: [{ tenths: 450, at: at('11:00') }] })
    expect(stateAt(batch, at('12:59'))).toBe('good')
    expect(stateAt(batch, at('13:00'))).toBe('reheat_or_discard')
    const mended = { ...batch, readings: [...batch.readings, { tenths: 640, at: at('11:30') }] }
    expect(stateAt(mended, at('13:30'))).toBe('good')
  })

  it('reheating starts the two hours anew, never the use-by', () => {
    const batch = cooked({ befell: [{ mode: 'reheated', at: at('12:30') }] })
    expect(stateAt(batch, at('12:25'))).toBe('reheat_or_discard')
    expect(stateAt(batch, at('12:31'))).toBe('good')
    expect(stateAt(batch, at('14:20'))).toBe('expired')
  })

  it('chilled in time it keeps a day; out of the cold it lasts like hot food', () => {
    const chilled = cooked({ befell: [{ mode: 'chilled', at: at('11:00') }] })
    expect(batchClock(chilled, limits, at('20:00'))).toMatchObject({ state: 'good', useBy: at('10:20', '2026-11-03') })
    const out = cooked({
      befell: [
        { mode: 'chilled', at: at('11:00') },
        { mode: 'reheated', at: at('17:00') },
      ],
    })
    expect(batchClock(out, limits, at('18:00')).useBy).toEqual(at('21:00'))
    const late = cooked({ holding: 'hot', befell: [{ mode: 'chilled', at: at('14:30') }] })
    expect(stateAt(late, at('14:31'))).toBe('expired')
  })

  it('what was thrown away stays so', () => {
    expect(stateAt(cooked({ befell: [{ mode: 'discarded', at: at('11:00') }] }), at('11:01'))).toBe('discarded')
  })
})

describe('the profile', () => {
  it('every rule names its source, and a kitchen may keep more than the profile asks, never less', () => {
    for (const { rules } of SAFETY_PROFILES) {
      for (const rule of Object.values(rules)) expect(rule.source).not.toBe('')
    }
    expect(limitsOf(china.rules, 200).sampleGrams).toBe(200)
    expect(limitsOf(china.rules, 50).sampleGrams).toBe(125)
  })

  it('knows how cold and hot places are to be', () => {
    expect(isWithin('cold_store', 81, limits)).toBe(false)
    expect(isWithin('freezer', -150, limits)).toBe(true)
    expect(isWithin('hot_cabinet', 599, limits)).toBe(false)
    expect(isWithin('vehicle', 300, limits)).toBe(false)
    expect(isWithin('food', 650, limits)).toBe(true)
  })
})

describe('self-checks', () => {
  it('belong to their day, the Monday of their week, the first of their month', () => {
    expect(['daily', 'weekly', 'monthly'].map((rhythm) => dueOn(rhythm as 'daily', '2026-11-04'))).toEqual([
      '2026-11-04',
      '2026-11-02',
      '2026-11-01',
    ])
  })

  it('are whole, and every failed item says what was done', () => {
    const items = [{ code: 'a', text: { zh: '', en: '' } }]
    expect(() => requireComplete(items, [])).toThrow(new Refusal('check_incomplete'))
    expect(() => requireComplete(items, [{ code: 'a', ok: false }])).toThrow('corrective_action_missing')
    expect(() => requireComplete(items, [{ code: 'a', ok: false, action: 'Mended' }])).not.toThrow()
  })
})
