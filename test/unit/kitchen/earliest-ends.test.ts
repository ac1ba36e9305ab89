import { describe, expect, it } from 'vitest'
import { earliestEnds } from '../../../src/kitchen/domain/earliest-ends'

const at = (time: string) => new Date(`2026-11-24T${time}:00Z`)
const batch = (over: object = {}) => ({ station: 'wok', minutes: 20, startedAt: null, cookedAt: null, ...over })
const ends = (batches: object[], places: Record<string, number>, now = '10:00') =>
  earliestEnds(
    batches.map((each) => batch(each)),
    new Map(Object.entries(places)),
    at(now),
  ).map((end) => end.toISOString().slice(11, 16))

describe('when batches can be ready at the earliest', () => {
  it('one after the other on one wok, side by side on two', () => {
    expect(ends([{}, {}, {}], { wok: 1 })).toEqual(['10:20', '10:40', '11:00'])
    expect(ends([{}, {}, {}], { wok: 2 })).toEqual(['10:20', '10:20', '10:40'])
    expect(ends([{}, {}], {})).toEqual(['10:20', '10:40'])
  })

  it('what is cooked was ready then, what is on the heat keeps its place until it ends', () => {
    const cooked = { startedAt: at('09:00'), cookedAt: at('09:25') }
    expect(ends([cooked, { startedAt: at('09:50') }, {}], { wok: 1 })).toEqual(['09:25', '10:10', '10:30'])
  })

  it('what should be done already is done now, and another station waits for nobody', () => {
    expect(ends([{ startedAt: at('09:00') }, {}, { station: 'cold', minutes: 5 }], { wok: 1 })).toEqual([
      '10:00',
      '10:20',
      '10:05',
    ])
  })
})
