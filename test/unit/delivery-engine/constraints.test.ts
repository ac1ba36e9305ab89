import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { checkPlan } from '../../../src/delivery/engine/checker'
import { insertLate } from '../../../src/delivery/engine/insert-late'
import type { Plan } from '../../../src/delivery/engine/plan'
import type { RoutingProblem } from '../../../src/delivery/engine/problem'
import { solve } from '../../../src/delivery/engine/solve'
import { problems } from './problems'

/** 300 problems in the suite; `ROUTING_PROBLEMS=10000 npx vitest run test/unit/delivery-engine/constraints` for the long run. */
const numRuns = Number(process.env['ROUTING_PROBLEMS'] ?? 300)
const timeout = 20_000 + numRuns * 60

const order = (plan: Plan) =>
  plan.vehicles.map(({ vehicle, trips }) => ({
    vehicle,
    trips: trips.map(({ visits }) => visits.map(({ stop }) => stop)),
  }))

/** The first half of every day as it would be while the vehicles are under way. */
function begin(problem: RoutingProblem, plan: Plan): RoutingProblem {
  const vehicles = problem.vehicles.map((vehicle) => {
    const trip = plan.vehicles.find((day) => day.vehicle === vehicle.id)?.trips[0]
    if (!trip) return vehicle
    const stops = trip.visits.map(({ stop }) => stop)
    return {
      ...vehicle,
      frozen: [vehicle.id === 'v0' ? { stops, departed: trip.departs } : { stops: stops.slice(0, 1) }],
    }
  })
  return { ...problem, vehicles }
}

describe('every constraint of the model', () => {
  it('holds in the plan of any problem, as the independent checker sees it', { timeout }, () => {
    fc.assert(
      fc.property(problems, fc.nat(1000), (problem, seed) => {
        expect(checkPlan(problem, solve(problem, { seed, iterations: 60 }))).toEqual([])
      }),
      { numRuns },
    )
  })

  it('holds when part of the day has begun: frozen stops keep their vehicle, trip and order', { timeout }, () => {
    fc.assert(
      fc.property(problems, (problem) => {
        const begun = begin(problem, solve(problem, { iterations: 20 }))
        expect(checkPlan(begun, solve(begun, { iterations: 40 }))).toEqual([])
      }),
      { numRuns: Math.ceil(numRuns / 3) },
    )
  })

  it('holds for late stops, which never reorder what is planned', { timeout }, () => {
    fc.assert(
      fc.property(problems, fc.nat(1500), (problem, now) => {
        const late = Math.ceil(problem.stops.length / 2)
        const early = { ...problem, stops: problem.stops.slice(0, late) }
        const before = solve(early, { iterations: 20 })
        const after = insertLate(problem, before, now)
        expect(checkPlan(after.problem, after.plan)).toEqual([])
        const known = new Set(early.stops.map(({ id }) => id))
        const kept = order(after.plan).flatMap(({ vehicle, trips }) => {
          const old = trips.map((stops) => stops.filter((id) => known.has(id))).filter((stops) => stops.length > 0)
          return old.length > 0 ? [{ vehicle, trips: old }] : []
        })
        const served = new Set(order(before).flatMap(({ trips }) => trips.flat()))
        const expected = order(before)
        const strip = kept
          .map(({ vehicle, trips }) => ({
            vehicle,
            trips: trips.map((stops) => stops.filter((id) => served.has(id))).filter((stops) => stops.length > 0),
          }))
          .filter(({ trips }) => trips.length > 0)
        expect(strip).toEqual(expected)
      }),
      { numRuns: Math.ceil(numRuns / 3) },
    )
  })
})
