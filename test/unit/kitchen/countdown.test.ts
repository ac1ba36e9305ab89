import { describe, expect, it } from 'vitest'
import { clockOf, urgencyOf } from '../../../storefront/kitchen/countdown'

const DUE = '2026-11-02T03:00:00.000Z'
const before = (seconds: number) => Date.parse(DUE) - seconds * 1_000

describe('the clock of a ticket', () => {
  it('counts down to due, then up with a plus sign', () => {
    expect(clockOf(DUE, before(238))).toBe('3:58')
    expect(clockOf(DUE, before(65_038))).toBe('18:03:58')
    expect(clockOf(DUE, before(0.4))).toBe('0:01')
    expect(clockOf(DUE, before(0))).toBe('+0:00')
    expect(clockOf(DUE, before(-242))).toBe('+4:02')
  })

  it('turns yellow and red when its station wants it to', () => {
    const slow = { soonMinutes: 20, lateMinutes: 3 }
    const seconds = [1201, 1200, 181, 180, 0]
    expect(seconds.map((left) => urgencyOf(DUE, before(left), slow))).toEqual(['calm', 'soon', 'soon', 'late', 'late'])
  })

  it('is soon in the last five minutes and late from the due instant on', () => {
    expect([301, 300, 1, 0].map((seconds) => urgencyOf(DUE, before(seconds)))).toEqual(['calm', 'soon', 'soon', 'late'])
  })
})
