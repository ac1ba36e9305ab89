import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { isLate, journey } from '../../../src/delivery/domain/journey'
import { checkLoad } from '../../../src/delivery/domain/load-check'
import { shortestFirst } from '../../../src/delivery/domain/shortest-round'
import { tourOf } from '../../../src/delivery/domain/tour'

const leg = (legSeconds: number, serviceSeconds: number, windowFrom = 0) => ({ legSeconds, serviceSeconds, windowFrom })

describe('journey', () => {
  it('drives, waits for a door that is not open yet, hands over, and comes back', () => {
    const { etas, returnAt } = journey(0, [leg(60, 30), leg(60, 30, 500_000), leg(10, 0)], 100)
    expect(etas).toEqual([60_000, 500_000, 540_000])
    expect(returnAt).toBe(640_000)
  })

  it('is late only when more than five minutes too late', () => {
    expect(isLate(300_000, 0)).toBe(false)
    expect(isLate(300_001, 0)).toBe(true)
  })
})

describe('tourOf', () => {
  // kitchen, a, b; 1,000 m and 100 s between any two, one way each
  const ways = {
    size: 3,
    metres: [0, 1000, 1000, 1000, 0, 1000, 1000, 1000, 0],
    seconds: [0, 100, 100, 100, 0, 100, 100, 100, 0],
  }
  const stop = (row: number, communityId: string) => ({
    id: `s${row}`,
    row,
    communityId,
    gateSeconds: 60,
    serviceSeconds: 30,
    boxes: 2,
    lat: 31 + row,
    lon: 121,
    windowFrom: new Date(0),
  })
  const start = { kitchen: { lat: 31, lon: 121 }, departAt: new Date(0), speed: 1 }

  it('pays for a gate only where the community changes', () => {
    const one = tourOf(ways, start, [stop(1, 'x'), stop(2, 'x')])
    const two = tourOf(ways, start, [stop(1, 'x'), stop(2, 'y')])
    expect(one.places.map(({ legSeconds }) => legSeconds)).toEqual([160, 100])
    expect(two.places.map(({ legSeconds }) => legSeconds)).toEqual([160, 160])
    expect(one).toMatchObject({ metres: 3_000, seconds: 160 + 30 + 100 + 30 + 100, boxes: 4, backSeconds: 100 })
    expect(one.path).toHaveLength(4)
  })

  it('drives faster with a faster vehicle, and later with a detour', () => {
    const fast = tourOf(ways, { ...start, speed: 2 }, [stop(1, 'x')])
    expect(fast.places[0]?.legSeconds).toBe(80)
    const detour = tourOf(ways, { ...start, detour: 500 }, [stop(1, 'x')])
    expect(detour.places[0]?.legSeconds).toBe(660)
  })
})

describe('shortestFirst', () => {
  it('visits every place once, and no longer than the nearest next would', () => {
    const spots = fc.array(fc.tuple(fc.integer({ min: 0, max: 99 }), fc.integer({ min: 0, max: 99 })), {
      minLength: 2,
      maxLength: 10,
    })
    fc.assert(
      fc.property(spots, (at) => {
        const size = at.length
        const seconds = at.flatMap(([x, y]) => at.map(([a, b]) => Math.abs(x - a) + Math.abs(y - b)))
        const places = at.map((_, i) => i).slice(1)
        const order = shortestFirst({ size, seconds }, 0, places)
        expect([...order].sort((a, b) => a - b)).toEqual(places)
        const length = (tried: readonly number[]) =>
          tried.reduce((sum, place, i) => sum + (seconds[(tried[i - 1] ?? 0) * size + place] ?? 0), 0)
        expect(length(order)).toBeLessThanOrEqual(length(nearestNext(places, (a, b) => seconds[a * size + b] ?? 0)))
      }),
      {
        examples: [
          [
            [
              [0, 0],
              [9, 9],
              [1, 1],
            ],
          ],
        ],
      },
    )
  })
})

function nearestNext(places: readonly number[], way: (from: number, to: number) => number): number[] {
  const order: number[] = []
  for (const left = new Set(places); left.size > 0; ) {
    const at = order.at(-1) ?? 0
    const next = [...left].reduce((best, place) => (way(at, place) < way(at, best) ? place : best))
    order.push(next)
    left.delete(next)
  }
  return order
}

describe('checkLoad', () => {
  it('names each missing and each foreign box once, whatever was scanned twice', () => {
    expect(checkLoad(['a.1', 'a.2', 'b.1'], ['a.1', 'x.1', 'a.1', 'x.1'])).toEqual({
      missing: ['a.2', 'b.1'],
      foreign: ['x.1'],
    })
    expect(checkLoad(['a.1'], ['a.1'])).toEqual({ missing: [], foreign: [] })
  })
})
