import { describe, expect, it } from 'vitest'
import { addDays, cutoffInstant, dateIn, instantOf, isBeforeCutoff, ServiceDate } from '../../../src/kernel/time'

const at = (iso: string) => new Date(iso)

describe('time', () => {
  it('R2 closes lunch the evening before, on the wall clock of the kitchen', () => {
    const rule = { daysBefore: 1, at: '18:00' }
    expect(cutoffInstant('2026-11-02', rule, 'Asia/Shanghai')).toEqual(at('2026-11-01T10:00:00Z'))
    // daylight saving ended that morning
    expect(cutoffInstant('2026-11-02', rule, 'America/New_York')).toEqual(at('2026-11-01T23:00:00Z'))
  })

  it('is half-open: the instant of the cut-off is late', () => {
    const cutoff = at('2026-11-01T10:00:00.000Z')
    expect(isBeforeCutoff(at('2026-11-01T09:59:59.999Z'), cutoff)).toBe(true)
    expect(isBeforeCutoff(cutoff, cutoff)).toBe(false)
  })

  it('takes the next valid instant in a gap and the earlier one of a repeated hour', () => {
    expect(instantOf('2026-03-29', '02:30', 'Europe/Paris')).toEqual(at('2026-03-29T01:30:00Z'))
    expect(instantOf('2026-11-01', '01:30', 'America/New_York')).toEqual(at('2026-11-01T05:30:00Z'))
  })

  it('knows that Shanghai is already at tomorrow when Greenwich is not', () => {
    expect(dateIn('Asia/Shanghai', at('2026-11-01T16:30:00Z'))).toBe('2026-11-02')
    expect(dateIn('America/New_York', at('2026-11-01T16:30:00Z'))).toBe('2026-11-01')
  })

  it('counts days over the end of a month and refuses days that do not exist', () => {
    expect(addDays('2026-02-28', 1)).toBe('2026-03-01')
    expect(ServiceDate.safeParse('2026-02-30').success).toBe(false)
  })
})
