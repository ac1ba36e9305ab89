import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { bestRound, type RoundStop } from '../../../src/delivery/domain/best-round'
import { journey } from '../../../src/delivery/domain/journey'
import { shortestFirst } from '../../../src/delivery/domain/shortest-round'

const at = (minutes: number) => new Date(Date.UTC(2026, 10, 24, 3, minutes))

/** Places on a line, a minute apart. */
const line = (places: readonly number[]) => ({
  size: places.length,
  seconds: places.flatMap((from) => places.map((to) => Math.abs(from - to) * 60)),
})
const stop = (row: number, over: Partial<RoundStop> = {}): RoundStop => ({
  row,
  communityId: 'c',
  gateSeconds: 0,
  serviceSeconds: 0,
  windowFrom: at(0),
  windowTo: at(300),
  useBy: at(300),
  ...over,
})
const start = { row: 0, at: at(0), speed: 1 }
const rows = (stops: readonly RoundStop[]) => stops.map(({ row }) => row)

describe('the round of somebody who takes over', () => {
  it('is the shortest when nobody closes', () => {
    expect(rows(bestRound(line([0, 5, -1, 9]), start, [stop(1), stop(2), stop(3)]))).toEqual([2, 1, 3])
  })

  it('goes to the door that closes first although another is nearer', () => {
    const stops = [stop(1), stop(2), stop(3, { windowTo: at(10) })]
    expect(rows(bestRound(line([0, 5, -2, 9]), start, stops))).toEqual([1, 3, 2])
  })

  it('is late at a door rather than with spoilt food', () => {
    const stops = [stop(1, { windowTo: at(5) }), stop(2, { useBy: at(5) })]
    expect(rows(bestRound(line([0, 5, -5]), start, stops))).toEqual([2, 1])
  })

  const drawn = fc.array(
    fc.record({
      place: fc.integer({ min: -30, max: 30 }),
      from: fc.integer({ min: 0, max: 60 }),
      long: fc.integer({ min: 5, max: 60 }),
    }),
    { minLength: 1, maxLength: 6 },
  )
  it('names every stop once and is not later in all than the shortest round or the doors that close first', () =>
    fc.assert(
      fc.property(drawn, (places) => {
        const ways = line([0, ...places.map(({ place }) => place)])
        const stops = places.map(({ from, long }, i) =>
          stop(i + 1, { windowFrom: at(from), windowTo: at(from + long) }),
        )
        const lateness = (order: readonly RoundStop[]) => {
          const legs = order.map(({ row, serviceSeconds, windowFrom }, i) => ({
            legSeconds: ways.seconds[(order[i - 1]?.row ?? 0) * ways.size + row] ?? 0,
            serviceSeconds,
            windowFrom: +windowFrom,
          }))
          const { etas } = journey(+start.at, legs, 0)
          return order.reduce((sum, { windowTo }, i) => sum + Math.max(0, (etas[i] ?? 0) - +windowTo), 0)
        }
        const best = bestRound(ways, start, stops)
        expect(rows(best).toSorted((a, b) => a - b)).toEqual(stops.map(({ row }) => row))
        const byNearness = shortestFirst(ways, 0, rows(stops)).map((row) => stops[row - 1]!)
        const byClosing = stops.toSorted((a, b) => +a.windowTo - +b.windowTo)
        // it would be half a minute later for hours saved on the road, no more
        for (const order of [byNearness, byClosing])
          expect(lateness(best)).toBeLessThanOrEqual(lateness(order) + 30_000)
      }),
    ))
})
