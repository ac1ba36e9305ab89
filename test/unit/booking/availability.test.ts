import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { freeStarts, type Offered, type Span } from '../../../src/booking/domain/availability'
import { openingOn } from '../../../src/booking/domain/opening'
import { nightsOf } from '../../../src/booking/domain/stay'

const span = (from: number, to: number): Span => ({ from, to })
const clinic = (busy: readonly Span[]): Offered => ({
  opening: [span(540, 720)],
  minutes: 45,
  buffer: 15,
  step: 15,
  needs: [{ candidates: [busy] }, { candidates: [[]] }],
})

describe('free starts', () => {
  it('R7 leave out what overlaps a slot or its buffer, and begin again after it', () => {
    // 10:00 is taken until 11:00
    expect(freeStarts(clinic([span(600, 660)]), 0)).toEqual([540, 660, 675])
  })

  it('need one free candidate of each need, and any will do', () => {
    const two: Offered = { ...clinic([]), needs: [{ candidates: [[span(540, 700)], [span(700, 800)]] }] }
    expect(freeStarts(two, 0)).toEqual([540, 555, 570, 585, 600, 615, 630])
  })

  it('are none before the earliest, and keep to the steps of the opening', () => {
    expect(freeStarts(clinic([]), 547)).toEqual([555, 570, 585, 600, 615, 630, 645, 660, 675])
  })

  it('say the same as asking every start by itself', () =>
    fc.assert(
      fc.property(
        fc.array(
          fc.array(fc.array(fc.tuple(fc.nat(600), fc.integer({ min: 1, max: 90 })), { maxLength: 8 }), {
            minLength: 1,
            maxLength: 3,
          }),
          { minLength: 1, maxLength: 3 },
        ),
        fc.integer({ min: 5, max: 60 }),
        fc.nat(20),
        fc.integer({ min: 5, max: 30 }),
        (needs, minutes, buffer, step) => {
          const offered: Offered = {
            opening: [span(60, 300), span(360, 560)],
            minutes,
            buffer,
            step,
            needs: needs.map((candidates) => ({
              candidates: candidates.map((busy) => busy.map(([from, length]) => span(from, from + length))),
            })),
          }
          const plain: number[] = []
          for (const { from, to } of offered.opening)
            for (let start = from; start + minutes <= to; start += step)
              if (
                offered.needs.every(({ candidates }) =>
                  candidates.some((busy) => busy.every((b) => b.to <= start || b.from >= start + minutes + buffer)),
                )
              )
                plain.push(start)
          expect(freeStarts(offered, 0)).toEqual(plain)
        },
      ),
    ))
})

describe('opening hours', () => {
  it('follow the wall clock through a gap and a repeated hour', () => {
    const nights = [{ weekday: 7, from: '01:30', to: '04:00' }]
    const hours = (date: string, zone: string) =>
      openingOn(nights, date, zone).map(({ from, to }) => (to.getTime() - from.getTime()) / 3_600_000)
    // 02:00–03:00 is missing in Paris that night, 01:00–02:00 comes twice in New York
    expect(hours('2026-03-29', 'Europe/Paris')).toEqual([1.5])
    expect(hours('2026-11-01', 'America/New_York')).toEqual([3.5])
  })

  it('may pass midnight', () => {
    const [open] = openingOn([{ weekday: 5, from: '20:00', to: '02:00' }], '2026-11-27', 'Asia/Shanghai')
    expect(open?.to.toISOString()).toBe('2026-11-27T18:00:00.000Z')
  })
})

describe('a stay', () => {
  it('is half-open', () => {
    expect(nightsOf({ from: '2026-12-30', to: '2027-01-02' }, '2026-11-23', 365)).toEqual([
      '2026-12-30',
      '2026-12-31',
      '2027-01-01',
    ])
  })

  it.each([
    ['ends on the day it starts', '2026-12-01', '2026-12-01', 'stay_ends_before_it_starts'],
    ['ends before it starts', '2026-12-02', '2026-12-01', 'stay_ends_before_it_starts'],
    ['starts in the past', '2026-11-22', '2026-11-24', 'in_the_past'],
    ['ends beyond the horizon', '2027-10-30', '2027-12-01', 'beyond_horizon'],
    ['is a rental', '2026-12-01', '2027-04-01', 'stay_too_long'],
  ])('that %s is refused', (_, from, to, code) => {
    expect(() => nightsOf({ from, to }, '2026-11-23', 365)).toThrow(code)
  })
})
