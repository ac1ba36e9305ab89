import { describe, expect, it } from 'vitest'
import { seasonFactors, smooth, thetaDrift } from '../../../src/procurement/engine/forecast/smoothing'

describe('exponential smoothing', () => {
  it('begins at the mean of four values and moves by α of each error: 10, 10, 10, 10, 20 with α = .5 gives 15', () => {
    const { level, alpha } = smooth(Float64Array.of(10, 10, 10, 10, 20), 5, Float64Array.of(0.5))
    expect([level, alpha]).toEqual([15, 0.5])
  })

  it('takes the α with the least squared error: after a lasting step a high one', () => {
    const step = Float64Array.from({ length: 40 }, (_, i) => (i < 20 ? 10 : 30))
    const { level, alpha } = smooth(step, 40, Float64Array.of(0.1, 0.5, 0.9))
    expect(alpha).toBe(0.9)
    expect(level).toBeCloseTo(30, 6)
  })

  it('adds half the slope of the straight line through the values: 1 a step gives .5', () => {
    expect(thetaDrift(Float64Array.of(3, 4, 5, 6), 4)).toBeCloseTo(0.5)
    expect(thetaDrift(Float64Array.of(3), 1)).toBe(0)
  })

  it('draws a weekday’s factor towards 1 by two days: one Monday of 30 beside one Tuesday of 10 gives 1.1667', () => {
    // mean 20; (30 / 20 + 2) / (1 + 2)
    const factors = seasonFactors(Float64Array.of(30, 10), Int8Array.of(0, 1), 2)
    expect(factors[0]).toBeCloseTo(3.5 / 3)
    expect(factors[1]).toBeCloseTo(2.5 / 3)
    expect(factors[5]).toBe(1)
  })
})
