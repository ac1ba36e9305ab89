import { describe, expect, it } from 'vitest'
import { buildPanel } from '../../../src/procurement/engine/forecast/build-panel'
import { matchShortage } from '../../../src/procurement/engine/forecast/matched-shortage'
import { scaledErrors, scalesOf } from '../../../src/procurement/engine/forecast/scaled-errors'
import { bias, coverage, leftAndMissing, pinball, wape } from '../../../src/procurement/engine/forecast/score'

const ACTUAL = Float64Array.of(10, 20, 30)
const FORECAST = Float64Array.of(12, 15, 30)

describe('scores, by hand', () => {
  it('WAPE: |−2| + |5| + 0 over 60', () => {
    expect(wape(ACTUAL, FORECAST)).toBeCloseTo(7 / 60)
    expect(bias(ACTUAL, FORECAST)).toBeCloseTo(57 / 60 - 1)
  })

  it('pinball at .9: 2 × (.1 × 2 + .9 × 5) over 60; at .5 it is the WAPE', () => {
    expect(pinball(ACTUAL, FORECAST, 0.9)).toBeCloseTo((2 * (0.2 + 4.5)) / 60)
    expect(pinball(ACTUAL, FORECAST, 0.5)).toBeCloseTo(wape(ACTUAL, FORECAST))
  })

  it('coverage: two of three are at or below', () => {
    expect(coverage(ACTUAL, FORECAST)).toBeCloseTo(2 / 3)
    expect(leftAndMissing(ACTUAL, FORECAST)).toEqual({ left: 2, missing: 5 })
  })

  it('leaves unknown actuals out', () => {
    expect(wape(Float64Array.of(10, Number.NaN), Float64Array.of(9, 5))).toBeCloseTo(0.1)
  })

  it('MASE and RMSSE: errors of 3 and 1 against a seasonal naive that missed by 2 and 4', () => {
    // Mondays 10, 12, 16: the naive method missed by 2 and 4: 3 on average, √10 squared
    const observations = [10, 12, 16].map((value, week) => ({ series: 'a', day: 4 + 7 * week, value }))
    const { panel } = buildPanel({
      observations: [...observations, { series: 'a', day: 5, value: 1 }],
      areDates: true,
    })
    const scales = scalesOf(panel, panel.days.length, new Uint8Array(panel.days.length))
    expect(scales.absolute[0]).toBeCloseTo(3)
    const { mase, rmsse } = scaledErrors(Int32Array.of(0, 0), Float64Array.of(10, 10), Float64Array.of(13, 9), scales)
    expect(mase).toBeCloseTo((3 + 1) / 2 / 3)
    expect(rmsse).toBeCloseTo(Math.sqrt((9 + 1) / 2) / Math.sqrt(10))
  })

  it('finds the level at which as much is missing as by the plan, and what is left over there', () => {
    const actual = Float64Array.of(100, 100)
    // quantiles 80 … 120: at .5 the first misses nothing; the plan misses 10 and leaves 40
    const flat = [80, 85, 90, 95, 110, 115, 120]
    const found = matchShortage(actual, [...flat, ...flat], Float64Array.of(90, 140))
    // both cells at 95 miss 5 each: level .5, nothing left over
    expect(found?.level).toBeCloseTo(0.5, 6)
    expect(found?.overproduction).toBeCloseTo(-1, 6)
    expect(matchShortage(actual, [...flat, ...flat], Float64Array.of(Number.NaN, Number.NaN))).toBeUndefined()
  })
})
