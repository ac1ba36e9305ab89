import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { greatCircle, onTheRoad, roadMetres } from '../../../src/kernel/distance'

describe('distances', () => {
  it('measures a degree of latitude as 111.195 km', () => {
    // 6,371,000 m · π / 180
    expect(greatCircle({ lat: 31, lon: 121 }, { lat: 32, lon: 121 })).toBeCloseTo(111_194.93, 1)
  })

  it('lengthens 5 km by the mean detour and 100 m of short way, and 100 m by two fifths more', () => {
    expect(onTheRoad(5_000)).toBeCloseTo(6_700, 0)
    // 1.32 · 100 + 100 · (1 − e^−0.4)
    expect(onTheRoad(100)).toBeCloseTo(132 + 32.97, 1)
    expect(onTheRoad(0)).toBe(0)
  })

  it('finds no way by a third spot that is shorter, but for rounding', () => {
    const spot = fc.record({
      lat: fc.double({ min: 31, max: 31.2, noNaN: true }),
      lon: fc.double({ min: 121, max: 121.2, noNaN: true }),
    })
    fc.assert(
      fc.property(spot, spot, spot, (a, b, c) => {
        expect(roadMetres(a, c)).toBeLessThanOrEqual(roadMetres(a, b) + roadMetres(b, c) + 2)
        expect(roadMetres(a, b)).toBe(roadMetres(b, a))
      }),
    )
  })
})
