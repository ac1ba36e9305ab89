import { describe, expect, it } from 'vitest'
import { slotAt } from '../../../src/booking/domain/slot'

const EVERY_DAY = [1, 2, 3, 4, 5, 6, 7].map((weekday) => ({ weekday, from: '00:00', to: '05:00' }))
const NOW = new Date('2026-03-01T00:00:00Z')

/** Half-hour slots on the hour in the small hours of a zone. */
const service = (zone: string) => ({
  zone,
  opening: EVERY_DAY,
  minutes: 30,
  bufferMinutes: 0,
  stepMinutes: 30,
  horizonDays: 365,
})

describe('a slot where the clock changes', () => {
  it('in the hour that is left out is named by its instant, and follows the one before it without a gap', () => {
    // Paris 2026-03-29: 01:59 is followed by 03:00
    const before = slotAt(service('Europe/Paris'), new Date('2026-03-29T00:30:00Z'), NOW)
    const after = slotAt(service('Europe/Paris'), new Date('2026-03-29T01:00:00Z'), NOW)
    expect([before.endsAt, after.startsOn]).toEqual([after.startsAt, '2026-03-29'])
  })

  it('in the hour that comes twice is one of two that never meet', () => {
    // New York 2026-11-01: 01:30 is 05:30Z and 06:30Z
    const [first, second] = ['05:30', '06:30'].map((time) =>
      slotAt(service('America/New_York'), new Date(`2026-11-01T${time}:00Z`), NOW),
    )
    expect(first?.freeAt.getTime()).toBeLessThanOrEqual(second?.startsAt.getTime() ?? 0)
    expect([first?.startsOn, second?.startsOn]).toEqual(['2026-11-01', '2026-11-01'])
  })

  it('off the grid by the hour that went missing is refused', () => {
    expect(() => slotAt(service('Europe/Paris'), new Date('2026-03-29T01:10:00Z'), NOW)).toThrow('not_a_slot')
  })
})
