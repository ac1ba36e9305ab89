import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { waveOf, wavesOf, windowFor } from '../../../src/delivery/domain/windows'

const at = (time: string) => new Date(`2026-11-24T${time}:00Z`)
const meal = { serviceDate: '2026-11-24', zone: 'Asia/Shanghai', servesFrom: at('03:00'), servesTo: at('05:30') }

describe('windowFor', () => {
  const rules = [
    { siteTypes: ['school', 'office'], from: '10:30', to: '12:00' },
    { siteTypes: ['office'], from: '12:00', to: '13:00' },
    { siteTypes: ['factory'], from: '17:00', to: '18:00' },
  ]

  it('R5 takes the first rule that names the kind of place, within the meal', () => {
    expect(windowFor(meal, rules, 'school')).toEqual({ from: at('03:00'), to: at('04:00') })
    expect(windowFor(meal, rules, 'office')).toEqual({ from: at('03:00'), to: at('04:00') })
  })

  it('keeps the whole meal where no rule holds, or only one of another time of the day', () => {
    const whole = { from: meal.servesFrom, to: meal.servesTo }
    expect(windowFor(meal, rules, 'residential')).toEqual(whole)
    expect(windowFor(meal, rules, 'factory')).toEqual(whole)
  })

  it('goes on after midnight where a window ends before it begins', () => {
    const night = { ...meal, servesFrom: at('13:30'), servesTo: at('16:30') }
    const late = [{ siteTypes: ['hospital'], from: '23:00', to: '00:15' }]
    expect(windowFor(night, late, 'hospital')).toEqual({ from: at('15:00'), to: at('16:15') })
  })
})

describe('wavesOf', () => {
  it('puts what overlaps into one wave, and what only touches into the next', () => {
    const windows = [
      { from: at('04:00'), to: at('05:00') },
      { from: at('03:00'), to: at('03:30') },
      { from: at('03:20'), to: at('04:00') },
    ]
    const waves = wavesOf(windows)
    expect(waves).toEqual([
      { from: at('03:00'), to: at('04:00') },
      { from: at('04:00'), to: at('05:00') },
    ])
    expect(windows.map((window) => waveOf(waves, window))).toEqual([2, 1, 1])
  })

  it('makes waves that follow one another and hold every window', () => {
    const window = fc
      .tuple(fc.integer({ min: 0, max: 300 }), fc.integer({ min: 1, max: 90 }))
      .map(([from, length]) => ({ from: new Date(from * 60_000), to: new Date((from + length) * 60_000) }))
    fc.assert(
      fc.property(fc.array(window, { maxLength: 20 }), (windows) => {
        const waves = wavesOf(windows)
        waves.forEach((wave, i) => {
          const next = waves[i + 1]
          if (next) expect(wave.to <= next.from).toBe(true)
        })
        for (const each of windows) expect(waveOf(waves, each)).toBeGreaterThan(0)
      }),
    )
  })
})
