import { describe, expect, it } from 'vitest'
import { checkPlan } from '../../../src/delivery/engine/checker'
import type { RoutingProblem, Stop, Vehicle } from '../../../src/delivery/engine/problem'
import { serviceTime } from '../../../src/delivery/engine/problem'
import { solve } from '../../../src/delivery/engine/solve'
import { grid } from './problems'

/** A street: the kitchen at 0, stops at the given metres; 1 m takes 1 s. */
const street = (
  metres: readonly number[],
  stop: (i: number) => Partial<Stop>,
  vehicle: Partial<Vehicle> = {},
  fleet = 1,
): RoutingProblem => ({
  depots: [{ id: 'kitchen', location: 0 }],
  vehicles: Array.from({ length: fleet }, (_, v) => ({
    id: `van${v}`,
    depot: 'kitchen',
    capacity: { boxes: 10 },
    ...vehicle,
  })),
  stops: metres.map((_, i) => ({ id: `s${i}`, location: i + 1, demand: { boxes: 1 }, ...stop(i) })),
  travel: { points: [[0, 0], ...metres.map((x) => [x, 0] as const)] },
})

const routes = (problem: RoutingProblem) => {
  const plan = solve(problem, { iterations: 200 })
  expect(checkPlan(problem, plan)).toEqual([])
  return { plan, trips: plan.vehicles.flatMap((day) => day.trips.map(({ visits }) => visits.map(({ stop }) => stop))) }
}

describe('tiny problems worked out by hand', () => {
  it('drives a street there and back', () => {
    expect(routes(street([100, 200, 300], () => ({}))).plan.cost).toBe(600)
  })

  it('needs a second trip when the boxes do not fit, with the reload between', () => {
    const { plan, trips } = routes(street([100, 200], () => ({ demand: { boxes: 6 } }), { trips: 2, reload: 50 }))
    expect(trips).toHaveLength(2)
    expect(plan.cost).toBe(600)
    const [first, second] = plan.vehicles[0]!.trips
    expect(second!.departs).toBe(first!.returns + 50)
  })

  it('leaves later so that hot food is short on board', () => {
    const { plan } = routes(street([100], () => ({ windows: [[1000, 1100]], holdOnBoard: 120 })))
    expect(plan.vehicles[0]!.trips[0]!.departs).toBe(880)
  })

  it('waits for the batch and counts the time from ready', () => {
    const { plan } = routes(street([100], () => ({ ready: 500, holdFromReady: 100 })))
    expect(plan.vehicles[0]!.trips[0]).toMatchObject({ departs: 500, returns: 700 })
    expect(solve(street([100], () => ({ ready: 500, holdFromReady: 99 }))).unserved[0]).toMatchObject({
      reason: 'hot_holding',
    })
  })

  it('uses the second window of a lunch wave when the first has closed', () => {
    const { plan } = routes(
      street([100], () => ({
        windows: [
          [0, 50],
          [400, 450],
        ],
      })),
    )
    expect(plan.vehicles[0]!.trips[0]!.visits[0]).toMatchObject({ arrives: 100, starts: 400 })
  })

  it('pays the gate once per community', () => {
    const problem = {
      ...street([100, 110, 120], (i) => ({ community: i < 2 ? 'east' : 'west' })),
      gates: { east: 60, west: 60 },
    }
    expect(routes(problem).plan.vehicles[0]!.trips[0]!.returns).toBe(240 + 120)
  })

  it('takes the rest inside its window', () => {
    const { plan } = routes(street([100, 200], () => ({ service: 100 }), { rest: { window: [150, 320], seconds: 60 } }))
    expect(plan.vehicles[0]!.rest!.from).toBe(200)
    expect(plan.vehicles[0]!.trips[0]!.returns).toBe(660)
  })

  it('sends the cheaper vehicle, and the one with the skill where it is asked for', () => {
    const problem = street([100], () => ({}), {}, 2)
    const mixed = {
      ...problem,
      vehicles: [
        { ...problem.vehicles[0]!, cost: { perUse: 50 } },
        { ...problem.vehicles[1]!, cost: { perUse: 10 } },
      ],
    }
    expect(routes(mixed).plan.vehicles[0]!.vehicle).toBe('van1')
    const skilled = {
      ...mixed,
      vehicles: [{ ...mixed.vehicles[0]!, skills: ['lift'] }, mixed.vehicles[1]!],
      stops: [{ ...problem.stops[0]!, skills: ['lift'] }],
    }
    expect(routes(skilled).plan.vehicles[0]!.vehicle).toBe('van0')
  })

  it('counts the time at the door where seconds cost money', () => {
    const problem = street([100], () => ({ service: 1000 }), {}, 2)
    const paid = {
      ...problem,
      vehicles: [
        { ...problem.vehicles[0]!, cost: { perMetre: 1, perSecond: 1 } },
        { ...problem.vehicles[1]!, cost: { perMetre: 3 } },
      ],
    }
    let searched = 0
    const plan = solve(paid, { iterations: 200, onProgress: ({ cost }) => void (searched = cost) })
    expect(plan).toMatchObject({ cost: 600, vehicles: [{ vehicle: 'van1' }] })
    expect(searched).toBe(600)
  })

  it('delivers from the depot that is near, and from the one that is allowed', () => {
    const base = street([10, 190], () => ({}), {}, 2)
    const problem: RoutingProblem = {
      ...base,
      depots: [
        { id: 'kitchen', location: 0 },
        { id: 'second', location: 2 },
      ],
      vehicles: [base.vehicles[0]!, { ...base.vehicles[1]!, depot: 'second' }],
    }
    expect(routes(problem).plan.cost).toBe(20)
    const tied = { ...problem, stops: problem.stops.map((stop) => ({ ...stop, depots: ['kitchen'] })) }
    expect(routes(tied).plan.cost).toBe(380)
  })

  it('skips an optional stop that costs more than its penalty, and prefers priority when room is short', () => {
    const { plan } = routes(street([100, 500], (i) => (i === 1 ? { penalty: 700 } : {})))
    expect(plan.unserved).toEqual([
      { stop: 's1', reason: 'cost', change: { of: 'stop', id: 's1', field: 'penalty', value: 800 } },
    ])
    const short = street([100, 100], (i) => ({ demand: { boxes: 10 }, priority: i }))
    expect(solve(short, { iterations: 200 }).unserved.map(({ stop }) => stop)).toEqual(['s0'])
  })

  it('shares the work when balance is dear', () => {
    const problem = { ...street([100, 101, 102, 103], () => ({ service: 1800 }), {}, 2), balance: 1000 }
    expect(routes(problem).trips.map((trip) => trip.length)).toEqual([2, 2])
  })

  it('adds up the time at the door', () => {
    expect(serviceTime({ walk: 60, boxes: 4, perBox: 15, floors: 3, perFloor: 20 })).toBe(180)
  })
})

describe('reload trips of a mixed fleet', () => {
  it('stay within the trips and the boxes of each vehicle', () => {
    const base = grid(40, 6, 3, { trips: 3 })
    const vehicles = base.vehicles.map((van, v) => (v % 2 ? { ...van, capacity: { boxes: 5 }, trips: 2 } : van))
    for (const problem of [base, { ...base, vehicles }])
      expect(checkPlan(problem, solve(problem, { iterations: 3000 }))).toEqual([])
  })
})

describe('runs of the engine', () => {
  it('are the same bit for bit with the same seed and iterations, on both kernels', () => {
    for (const problem of [grid(60, 10, 8), grid(60, 4, 8, { trips: 5 })]) {
      const run = (seed: number) => JSON.stringify(solve(problem, { seed, iterations: 2000 }))
      expect(run(7)).toBe(run(7))
    }
  })

  it('are not disturbed by somebody who looks at the plans on the way', () => {
    const problem = grid(60, 10, 8)
    const watched = solve(problem, { seed: 2, iterations: 20_000, onProgress: (progress) => progress.plan() })
    expect(watched).toEqual(solve(problem, { seed: 2, iterations: 20_000 }))
  })

  it('answer with the best so far when they are stopped, and on time', () => {
    const problem = grid(200, 30, 10)
    let best = Infinity
    const signal = { aborted: false }
    const plan = solve(problem, {
      iterations: 1e9,
      signal,
      onProgress: (progress) => {
        best = progress.plan().cost
        if (progress.iterations > 5000) signal.aborted = true
      },
    })
    expect(plan.cost).toBeLessThanOrEqual(best)
    expect(plan.unserved).toEqual([])
    const started = performance.now()
    solve(problem, { milliseconds: 300 })
    expect(performance.now() - started).toBeLessThan(2000)
  })

  it('plan three thousand stops in parts, within their constraints', () => {
    const problem = grid(3000, 60, 60)
    const plan = solve(problem, { iterations: 70_000 })
    expect(plan.unserved).toEqual([])
    expect(checkPlan(problem, plan)).toEqual([])
  }, 30_000)
})
