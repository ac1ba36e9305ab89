import { describe, expect, it } from 'vitest'
import { draw, rangesOf } from '../../../storefront/courier/draw-run'

const frame = { width: 340, height: 200, margin: 20, apart: 22 }
const kitchen = { lat: 31.2, lon: 121.5 }

describe('draw', () => {
  it('keeps north up, one scale, and everything inside the margin', () => {
    const north = { lat: 31.21, lon: 121.5, sequence: 1 }
    const east = { lat: 31.2, lon: 121.51, sequence: 2 }
    const drawn = draw([kitchen, north, east, kitchen], [north, east], frame)
    const [one, two] = drawn?.marks ?? []
    expect(drawn?.kitchen.y).toBeCloseTo(180)
    expect(one?.y).toBeCloseTo(20)
    expect(one?.x).toBe(drawn?.kitchen.x)
    // 0.01 degrees east are cos(31.2°) = 0.855 of 0.01 degrees north
    expect((two?.x ?? 0) - (drawn?.kitchen.x ?? 0)).toBeCloseTo(160 * 0.855, 0)
  })

  it('draws one mark for stops that lie on top of each other', () => {
    const far = { lat: 31.25, lon: 121.55, sequence: 3 }
    const stops = [{ ...kitchen, sequence: 1 }, { lat: 31.2001, lon: 121.5, sequence: 2 }, far]
    expect(draw([kitchen, far], stops, frame)?.marks.map(({ sequences }) => sequences)).toEqual([[1, 2], [3]])
  })

  it('draws a run whose only stop is beside the kitchen, and nothing without a path', () => {
    expect(draw([kitchen], [{ ...kitchen, sequence: 1 }], frame)?.marks).toEqual([{ x: 170, y: 100, sequences: [1] }])
    expect(draw([], [], frame)).toBeUndefined()
  })
})

describe('rangesOf', () => {
  it('says ranges and single numbers', () => {
    expect(rangesOf([3, 1, 2, 5])).toBe('1–3, 5')
    expect(rangesOf([4])).toBe('4')
  })
})
