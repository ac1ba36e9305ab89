import type { PlannedRun, PlanRuns, Problem, StopToServe, UnservedReason, Vehicle } from './plan'
import { type Roads, roadsOf, tour } from './tour'

/**
 * Plans one run after the other: it starts at the farthest building still waiting and takes in whichever building costs
 * the least extra time, until the vehicle is full. Since a gate costs time only once a visit, a run fills up inside one
 * community before it opens the next gate.
 */
export const planByInsertion: PlanRuns = (problem) => {
  const roads = roadsOf(problem)
  // an order of our own, so that the plan does not depend on the order of the question
  const vehicles = [...problem.vehicles].sort((a, b) => b.boxes - a.boxes || byId(a, b))
  let waiting = [...problem.stops].sort(byId)

  const runs: PlannedRun[] = []
  for (const vehicle of vehicles) {
    const order = fill(problem, roads, vehicle, waiting)
    const run = tour(problem, roads, vehicle, order)
    if (!run) continue
    runs.push(run)
    waiting = waiting.filter((stop) => !order.includes(stop))
  }
  const unserved = waiting.map((stop) => ({ stopId: stop.id, reason: reasonFor(problem, roads, vehicles, stop) }))
  return { runs, unserved }
}

const byId = (a: { id: string }, b: { id: string }) => (a.id < b.id ? -1 : a.id > b.id ? 1 : 0)

/** The stops of one run, in order; empty when the vehicle can serve none of those waiting. */
function fill(problem: Problem, roads: Roads, vehicle: Vehicle, waiting: readonly StopToServe[]): StopToServe[] {
  const fitting = waiting.filter((stop) => stop.boxes <= vehicle.boxes && tour(problem, roads, vehicle, [stop]))
  const start = farthest(roads, fitting)
  if (!start) return []

  let order = [start]
  let room = vehicle.boxes - start.boxes
  let left = fitting.filter((stop) => stop !== start)
  for (;;) {
    const next = cheapest(problem, roads, vehicle, order, withRoom(left, room))
    if (!next) return order
    order = next.order
    room -= next.stop.boxes
    left = left.filter((stop) => stop !== next.stop)
  }
}

const withRoom = (stops: readonly StopToServe[], room: number) => stops.filter((stop) => stop.boxes <= room)

const farthest = (roads: Roads, stops: readonly StopToServe[]): StopToServe | undefined =>
  stops.reduce<StopToServe | undefined>(
    (best, stop) => (best && roads.metres(undefined, best) >= roads.metres(undefined, stop) ? best : stop),
    undefined,
  )

/** The insertion that adds the least time on the road and still meets every window; the first one found wins a tie. */
function cheapest(
  problem: Problem,
  roads: Roads,
  vehicle: Vehicle,
  order: readonly StopToServe[],
  candidates: readonly StopToServe[],
): { stop: StopToServe; order: StopToServe[] } | undefined {
  let best: { stop: StopToServe; order: StopToServe[] } | undefined
  let bestCost = Number.POSITIVE_INFINITY
  for (const stop of candidates) {
    for (let at = 0; at <= order.length; at++) {
      const before = order[at - 1]
      const after = order[at]
      const cost =
        roads.seconds(before, stop, vehicle) +
        roads.seconds(stop, after, vehicle) -
        roads.seconds(before, after, vehicle)
      if (cost >= bestCost) continue
      const tried = order.toSpliced(at, 0, stop)
      if (!tour(problem, roads, vehicle, tried)) continue
      best = { stop, order: tried }
      bestCost = cost
    }
  }
  return best
}

function reasonFor(problem: Problem, roads: Roads, vehicles: readonly Vehicle[], stop: StopToServe): UnservedReason {
  const holders = vehicles.filter((vehicle) => vehicle.boxes >= stop.boxes)
  const tooFar = holders.length > 0 && !holders.some((vehicle) => tour(problem, roads, vehicle, [stop]))
  return tooFar ? 'window' : 'capacity'
}
