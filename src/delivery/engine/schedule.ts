import { compile } from './compile'
import type { Model } from './model'
import type { Network } from './network'
import type { Plan, Trip, Unserved, VehiclePlan } from './plan'
import type { RoutingProblem } from './problem'
import type { Assignment } from './search'
import { createWalk, walk } from './walk'

/** One vehicle's day with what it costs, or null when a constraint breaks on the way. */
export interface Day {
  readonly plan: VehiclePlan
  readonly cost: number
  readonly distance: number
  readonly work: number
}

/** Drives the trips of one vehicle (positions in the lists of the problem) as early as its constraints allow. */
export function scheduleDay(
  problem: RoutingProblem,
  network: Network,
  vehicle: number,
  trips: readonly (readonly number[])[],
): Day | null {
  const model = compile(problem, network, trips.flat(), [vehicle])
  const w = createWalk(model.size)
  let node = model.depots
  let free = model.shiftFrom[0]!
  let rest: VehiclePlan['rest']
  const made: Trip[] = []
  for (const [i, trip] of trips.entries()) {
    w.count = trip.length
    for (let k = 0; k < trip.length; k++) w.nodes[k] = node++
    if (!walk(model, w, 0, free, model.frozen[0]![i]?.departed ?? -1)) return null
    if (w.restAt >= 0) rest = { from: w.restAt, to: w.restAt + model.restSeconds[0]! }
    made.push(readTrip(problem, model, w))
    free = w.returns + model.reload[0]!
  }
  const vehicleData = problem.vehicles[vehicle]!
  const { distance, seconds } = lengths(problem, network, model, trips)
  const price = vehicleData.cost
  const cost =
    trips.length === 0
      ? 0
      : distance * (price?.perMetre ?? 1) + seconds * (price?.perSecond ?? 0) + (price?.perUse ?? 0)
  return { plan: { vehicle: vehicleData.id, trips: made, ...(rest ? { rest } : {}) }, cost, distance, work: seconds }
}

function readTrip(problem: RoutingProblem, model: Model, w: ReturnType<typeof createWalk>): Trip {
  const visits = Array.from({ length: w.count }, (_, k) => {
    const node = w.nodes[k]!
    const starts = w.starts[k]!
    return {
      stop: problem.stops[model.origin[node]!]!.id,
      arrives: w.arrives[k]!,
      starts,
      leaves: starts + model.service[node]!,
    }
  })
  return { departs: w.departs, returns: w.returns, visits }
}

function lengths(problem: RoutingProblem, network: Network, model: Model, trips: readonly (readonly number[])[]) {
  const home = problem.depots[model.origin[0]!]!.location
  let distance = 0
  let seconds = 0
  let node = model.depots
  for (const trip of trips) {
    let from = home
    let at = 0
    for (const stop of trip) {
      const to = problem.stops[stop]!.location
      distance += network.distance(from, to)
      seconds += model.time[0]![at * model.size + node]! + model.service[node]!
      from = to
      at = node++
    }
    distance += network.distance(from, home)
    seconds += model.time[0]![at * model.size]!
  }
  return { distance, seconds }
}

/** The whole plan: times of every vehicle in use, and the cost as the problem defines it, penalties of optional stops included. */
export function buildPlan(
  problem: RoutingProblem,
  network: Network,
  assignment: Assignment,
  unserved: readonly Unserved[],
): Plan {
  const vehicles: VehiclePlan[] = []
  let cost = 0
  let distance = 0
  assignment.forEach((trips, v) => {
    if (trips.length === 0) return
    const day = scheduleDay(problem, network, v, trips)
    if (!day) throw new Error(`vehicle ${problem.vehicles[v]!.id}: the search made a plan that the schedule refuses`)
    vehicles.push(day.plan)
    distance += day.distance
    cost += day.cost + (problem.balance ?? 0) * (day.work / 3600) ** 2
  })
  const left = new Set(unserved.map(({ stop }) => stop))
  for (const stop of problem.stops) if (left.has(stop.id)) cost += stop.penalty ?? 0
  return { cost, distance, vehicles, unserved }
}
