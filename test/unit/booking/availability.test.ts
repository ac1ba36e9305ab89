import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { freeStarts, type Offered, type Span } from '../../../src/booking/domain/availability'
import { openingBetween } from '../../../src/booking/domain/opening'
import { nightsOf } from '../../../src/booking/domain/stay'
import { addDays, instantOf } from '../../../src/kernel/time'

const span = (from: number, to: number): Span => ({ from, to })
const packed = (spans: readonly Span[]) => Int32Array.from(spans.flatMap(({ from, to }) => [from, to]))
const clinic = (busy: readonly Span[]): Offered => ({
  opening: [span(540, 720)],
  minutes: 45,
  buffer: 15,
  step: 15,
  needs: [{ candidates: [packed(busy)] }, { candidates: [packed([])] }],
})

describe('free starts', () => {
  it('R7 leave out what overlaps a slot or its buffer, and begin again after it', () => {
    // 10:00 is taken until 11:00
    expect(freeStarts(clinic([span(600, 660)]), 0)).toEqual([540, 660, 675])
  })

  it('need one free candidate of each need, and any will do', () => {
    const two: Offered = {
      ...clinic([]),
      needs: [{ candidates: [packed([span(540, 700)]), packed([span(700, 800)])] }],
    }
    expect(freeStarts(two, 0)).toEqual([540, 555, 570, 585, 600, 615, 630])
  })

  it('are none before the earliest, and keep to the steps of the opening', () => {
    expect(freeStarts(clinic([]), 547)).toEqual([555, 570, 585, 600, 615, 630, 645, 660, 675])
  })

  it('say the same as asking every start by itself', () => {
    // gaps and lengths in turn, so that spans never overlap
    const calendar = fc.array(fc.tuple(fc.nat(120), fc.integer({ min: 1, max: 90 })), { maxLength: 8 }).map((pairs) => {
      let at = 0
      return pairs.map(([gap, length]) => span((at += gap), (at += length)))
    })
    const needs = fc.array(fc.array(calendar, { minLength: 1, maxLength: 3 }), { minLength: 1, maxLength: 3 })
    const length = fc.integer({ min: 5, max: 60 })
    fc.assert(
      fc.property(needs, length, fc.nat(20), fc.integer({ min: 5, max: 30 }), (wanted, minutes, buffer, step) => {
        const opening = [span(60, 300), span(360, 560)]
        const plain: number[] = []
        for (const { from, to } of opening)
          for (let start = from; start + minutes <= to; start += step) {
            const isFree = (busy: readonly Span[]) =>
              busy.every((b) => b.to <= start || b.from >= start + minutes + buffer)
            if (wanted.every((candidates) => candidates.some(isFree))) plain.push(start)
          }
        const packedNeeds = wanted.map((candidates) => ({ candidates: candidates.map(packed) }))
        expect(freeStarts({ opening, minutes, buffer, step, needs: packedNeeds }, 0)).toEqual(plain)
      }),
    )
  })
})

describe('opening hours', () => {
  it('follow the wall clock through a gap and a repeated hour', () => {
    const nights = [{ weekday: 7, from: '01:30', to: '04:00' }]
    const hours = (date: string, zone: string) =>
      openingBetween(nights, date, date, zone).map(({ from, to }) => (to.getTime() - from.getTime()) / 3_600_000)
    // 02:00–03:00 is missing in Paris that night, 01:00–02:00 comes twice in New York
    expect(hours('2026-03-29', 'Europe/Paris')).toEqual([1.5])
    expect(hours('2026-11-01', 'America/New_York')).toEqual([3.5])
  })

  it.each(['Asia/Shanghai', 'Europe/Paris', 'America/New_York', 'Australia/Lord_Howe', 'Africa/Casablanca'])(
    'are the same for a year as asked day by day: %s',
    (zone) => {
      const hours = [1, 2, 3, 4, 5, 6, 7].flatMap((weekday) => [
        { weekday, from: '00:30', to: '03:30' },
        { weekday, from: '22:00', to: '01:00' },
      ])
      const days = Array.from({ length: 365 }, (_, i) => addDays('2026-03-01', i))
      const plain = days.flatMap((date) => [
        { from: instantOf(date, '00:30', zone), to: instantOf(date, '03:30', zone) },
        { from: instantOf(date, '22:00', zone), to: instantOf(addDays(date, 1), '01:00', zone) },
      ])
      expect(openingBetween(hours, '2026-03-01', addDays('2026-03-01', 364), zone)).toEqual(plain)
    },
  )

  it('may pass midnight', () => {
    const [open] = openingBetween(
      [{ weekday: 5, from: '20:00', to: '02:00' }],
      '2026-11-27',
      '2026-11-27',
      'Asia/Shanghai',
    )
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
