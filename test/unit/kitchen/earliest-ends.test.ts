import { describe, expect, it } from 'vitest'
import { earliestEnds } from '../../../src/kitchen/domain/earliest-ends'

const at = (time: string) => new Date(`2026-11-24T${time}:00Z`)
const batch = (over: object = {}) => ({
  station: 'wok',
  minutes: 20,
  startedAt: null,
  cookedAt: null,
  steps: [],
  ...over,
})
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

  it('steps go from station to station, and only the wok is waited for', () => {
    const step = (station: string, from: string, to: string) => ({
      station,
      startAt: at(from).toISOString(),
      endAt: at(to).toISOString(),
    })
    // planned at noon: what counts is how long each takes
    const steps = [step('cold', '12:00', '12:05'), step('wok', '12:05', '12:25'), step('pack', '12:25', '12:28')]
    expect(ends([{ steps }, { steps }], { cold: 2, wok: 1, pack: 1 })).toEqual(['10:28', '10:48'])
    expect(ends([{ steps, startedAt: at('09:50') }, { steps }], { cold: 1, wok: 1 })).toEqual(['10:18', '10:41'])
  })
})
