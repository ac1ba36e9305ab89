import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { polish } from '../../../src/delivery/engine/single/polish'
import type { SingleProblem } from '../../../src/delivery/engine/single/problem'

/** Stops at points, one unit each, with the depot at the origin; a metre takes a second. */
function plane(points: readonly (readonly [number, number])[], capacity: number, closes?: readonly number[]) {
  const all = [[0, 0] as const, ...points]
  const size = all.length
  const cost = Int32Array.from({ length: size * size }, (_, k) => {
    const [a, b] = [all[Math.floor(k / size)]!, all[k % size]!]
    return Math.round(Math.hypot(a[0] - b[0], a[1] - b[1]))
  })
  const windows = closes && {
    opens: new Int32Array(size),
    closes: Int32Array.of(100_000, ...closes),
    service: new Int32Array(size),
  }
  const demand = Int32Array.from({ length: size }, (_, i) => (i === 0 ? 0 : 1))
  const problem: SingleProblem = {
    size,
    vehicles: size,
    capacity,
    demand,
    cost,
    costTo: cost,
    time: cost,
    timeTo: cost,
    windows: windows ?? null,
  }
  return problem
}

const length = ({ cost, size }: SingleProblem, routes: readonly (readonly number[])[]) =>
  routes.reduce((sum, route) => {
    const way = [0, ...route, 0]
    return sum + way.slice(1).reduce((part, to, i) => part + cost[way[i]! * size + to]!, 0)
  }, 0)

describe('the polish of finished routes', () => {
  it('uncrosses two routes by exchanging their ends', () => {
    const problem = plane(
      [
        [100, 10],
        [200, -10],
        [100, -10],
        [200, 10],
      ],
      2,
    )
    const crossed = [
      [1, 2],
      [3, 4],
    ]
    expect(length(problem, polish(problem, crossed))).toBeLessThan(length(problem, crossed))
  })

  it('moves a stop to the route that passes it, unless its window closes before', () => {
    const points = [[100, 0] as const, [200, 0] as const, [300, 0] as const]
    const split = [[1, 3], [2]]
    expect(polish(plane(points, 3), split)).toEqual([[1, 2, 3]])
    expect(polish(plane(points, 3, [5000, 150, 5000]), split)).toEqual(split)
  })

  it('leaves a stop where it is when its route would be late without it, on roads where the direct way is the slow one', () => {
    const problem = plane([[0, 100] as const, [100, 0] as const, [0, 110] as const], 2, [5000, 1000, 5000])
    const time = problem.cost.slice()
    time[2] = 9999
    const timeTo = time.map((_, k) => time[(k % 4) * 4 + Math.floor(k / 4)]!)
    const better = polish({ ...problem, time, timeTo }, [[1, 2], [3]])
    expect(better.map((route) => route[0])).not.toContain(2)
  })

  it('keeps every stop and load and never makes routes longer', () => {
    const spot = fc.tuple(fc.integer({ min: -200, max: 200 }), fc.integer({ min: -200, max: 200 }))
    fc.assert(
      fc.property(fc.array(spot, { minLength: 4, maxLength: 14 }), (points) => {
        const problem = plane(points, 4)
        const routes = Array.from({ length: Math.ceil(points.length / 4) }, (_, r) =>
          points.map((__, i) => i + 1).slice(r * 4, r * 4 + 4),
        )
        const better = polish(problem, routes)
        expect(better.flat().toSorted((a, b) => a - b)).toEqual(points.map((_, i) => i + 1))
        expect(better.every((route) => route.length <= 4)).toBe(true)
        expect(length(problem, better)).toBeLessThanOrEqual(length(problem, routes))
      }),
    )
  })
})
