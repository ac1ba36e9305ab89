import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import {
  fitting,
  isPaused,
  type Pause,
  resumedFrom,
  type StandingPlan,
  type StandingWish,
  wishOn,
  withPause,
} from '../../../src/ordering/domain/standing'
import { addDays } from '../../../src/kernel/time'

const wish = (given: Partial<StandingWish> = {}): StandingWish => ({
  days: 'workdays',
  period: 'lunch',
  quantity: 1,
  dishIds: [],
  chefsChoice: true,
  maxMinor: null,
  ...given,
})

const plan = (given: Partial<StandingPlan> = {}): StandingPlan => ({
  wishes: [wish()],
  from: '2026-01-01',
  to: null,
  skipHolidays: true,
  pauses: [],
  ...given,
})

describe('the days of a standing order', () => {
  it('follows the work calendar: no National Day, but a made-up Saturday', () => {
    expect(wishOn(plan(), '2026-10-01', 'lunch')).toBeUndefined()
    expect(wishOn(plan(), '2026-10-10', 'lunch')).toBeDefined()
    expect(wishOn(plan(), '2026-11-02', 'dinner')).toBeUndefined()
  })

  it('leaves holidays out of named weekdays only where asked to', () => {
    const thursdays = [wish({ days: [4] })]
    expect(wishOn(plan({ wishes: thursdays }), '2026-10-01', 'lunch')).toBeUndefined()
    expect(wishOn(plan({ wishes: thursdays, skipHolidays: false }), '2026-10-01', 'lunch')).toBeDefined()
  })

  it('keeps to its dates, both included, and to its pauses', () => {
    const short = plan({ from: '2026-11-02', to: '2026-11-04', pauses: [{ from: '2026-11-03', to: '2026-11-03' }] })
    const days = ['2026-10-30', '2026-11-02', '2026-11-03', '2026-11-04', '2026-11-05']
    expect(days.filter((date) => wishOn(short, date, 'lunch'))).toEqual(['2026-11-02', '2026-11-04'])
  })
})

const day = fc.integer({ min: 0, max: 60 }).map((n) => addDays('2026-11-01', n))
const pause: fc.Arbitrary<Pause> = fc
  .tuple(day, fc.integer({ min: 0, max: 9 }), fc.boolean())
  .map(([from, length, open]) => ({ from, to: open ? null : addDays(from, length) }))

describe('pauses', () => {
  it('joined or not, the same days are left out', () =>
    fc.assert(
      fc.property(fc.array(pause, { maxLength: 6 }), pause, day, (pauses, added, date) => {
        const joined = pauses.reduce<Pause[]>((all, one) => withPause(all, one), [])
        expect(isPaused({ pauses: withPause(joined, added) }, date)).toBe(
          isPaused({ pauses: [...pauses, added] }, date),
        )
      }),
    ))

  it('are over from the day of resuming on, and as they were before it', () =>
    fc.assert(
      fc.property(fc.array(pause, { maxLength: 6 }), day, day, (pauses, from, date) => {
        const after = resumedFrom(pauses, from, addDays(from, -1))
        expect(isPaused({ pauses: after }, date)).toBe(date < from && isPaused({ pauses }, date))
      }),
    ))
})

describe('the dish of a standing order', () => {
  const offers = [
    { offerId: 'a', dishId: 'bun', unitMinor: 400, left: 9 },
    { offerId: 'b', dishId: 'rice', unitMinor: 1_800, left: 9 },
    { offerId: 'c', dishId: 'soup', unitMinor: 1_000, left: 1 },
  ]
  const ids = (given: Partial<StandingWish>) => fitting(wish(given), offers).map(({ offerId }) => offerId)

  it('is the first named one that can be had, then the dearest that may be', () => {
    expect(ids({ dishIds: ['soup', 'rice'] })).toEqual(['c', 'b', 'a'])
    expect(ids({ dishIds: ['soup', 'rice'], chefsChoice: false, quantity: 2 })).toEqual(['b'])
    expect(ids({ maxMinor: 1_000 })).toEqual(['c', 'a'])
  })
})
