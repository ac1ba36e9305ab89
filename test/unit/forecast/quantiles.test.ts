import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { correct, corrections } from '../../../src/procurement/engine/forecast/conformal'
import { LEVELS, valueAt } from '../../../src/procurement/engine/forecast/levels'
import { weightedQuantile } from '../../../src/procurement/engine/forecast/weighted-quantile'
import { remainderOf } from '../../../src/procurement/forecasting/show-forecasts'

const rising = fc
  .array(fc.integer({ min: 0, max: 500 }), { minLength: 7, maxLength: 7 })
  .map((all) => all.sort((a, b) => a - b))

describe('weighted quantiles', () => {
  it('are the first value at which the weights reach the share, as sorting finds it', () => {
    const pair = fc.tuple(fc.integer({ min: -20, max: 20 }), fc.integer({ min: 1, max: 5 }))
    fc.assert(
      fc.property(fc.array(pair, { minLength: 1, maxLength: 60 }), fc.constantFrom(...LEVELS), (pairs, share) => {
        const sorted = [...pairs].sort(([a], [b]) => a - b)
        const total = pairs.reduce((sum, [, weight]) => sum + weight, 0)
        let seen = 0
        const expected = sorted.find(([, weight]) => {
          seen += weight
          return seen >= share * total
        })?.[0]
        const values = Float64Array.from(pairs, ([value]) => value)
        const weights = Float64Array.from(pairs, ([, weight]) => weight)
        expect(weightedQuantile(values, weights, pairs.length, share)).toBe(expected)
      }),
    )
  })
})

describe('conformal correction', () => {
  it('by hand: 99 cells missed by 1 to 99 move the 90% level by the 90th, drawn to nothing by 99 / 129', () => {
    const count = 99
    const actual = Float64Array.from({ length: count }, (_, i) => i + 1)
    const by = corrections({
      actual,
      quantiles: new Float64Array(count * LEVELS.length),
      scale: new Float64Array(count).fill(2),
    })
    // ⌈100 × .9⌉ = the 90th error, in units of the scale
    expect(by[LEVELS.indexOf(0.9)]).toBeCloseTo((90 / 2) * (99 / 129))
    expect(by[LEVELS.indexOf(0.5)]).toBeCloseTo((50 / 2) * (99 / 129))
  })

  it('never lets quantiles cross or fall below nothing', () =>
    fc.assert(
      fc.property(rising, fc.array(fc.integer({ min: -9, max: 9 }), { minLength: 7, maxLength: 7 }), (own, by) => {
        const quantiles = Float32Array.from(own)
        correct(quantiles, 0, 10, Float64Array.from(by))
        expect([...quantiles]).toEqual([...quantiles].sort((a, b) => a - b))
        expect(quantiles[0]).toBeGreaterThanOrEqual(0)
      }),
    ))
})

describe('what is still to come', () => {
  const quantiles = [10, 20, 30, 40, 50, 60, 70]

  it('is what was chosen less what is ordered, and nothing once more is ordered than was foreseen', () => {
    expect(remainderOf(60, 35)).toBe(25)
    expect(remainderOf(60, 65)).toBe(0)
  })

  it('reads a level between two straight: .6 lies two fifths of the way from .5 to .75', () => {
    expect(valueAt(quantiles, 0.6)).toBeCloseTo(44)
    expect([valueAt(quantiles, 0.01), valueAt(quantiles, 0.99)]).toEqual([10, 70])
  })
})
