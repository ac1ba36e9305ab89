import { mayServe } from './eligibility'
import { HORIZON } from './model'
import type { Network } from './network'
import type { Reason } from './plan'
import type { RoutingProblem, Stop, Vehicle } from './problem'
import type { Way } from './reasons-idle'
import { scheduleDay } from './schedule'
import type { Assignment } from './search'

/**
 * The vehicles are busy: tries the stop at every place of their days, as things are, over capacity, and with one time limit
 * lifted at a time. The way with the smallest relative change names the reason.
 */
export function besideOthers(
  problem: RoutingProblem,
  network: Network,
  assignment: Assignment,
  stop: number,
  tries: number,
): Way {
  const data = problem.stops[stop]!
  let nearest: Way = { reason: 'capacity', change: null, excess: Infinity }
  const offer = (way: Way | null) => {
    if (way && way.excess < nearest.excess) nearest = way
  }
  let left = tries
  for (const [v, vehicle] of problem.vehicles.entries()) {
    if (!mayServe(data, vehicle) || left <= 0) continue
    for (const { trips, trip } of places(vehicle, assignment[v]!, stop)) {
      if (left-- <= 0) break
      const over = excessLoad(problem, vehicle, trip)
      const day = scheduleDay(problem, network, v, trips)
      if (day && over) offer(over)
      else if (day) offer(tooDear(problem, network, v, assignment[v]!, data, day.cost))
      else if (!over) for (const way of lifted(problem, network, v, stop, trips)) offer(way)
    }
  }
  return nearest
}

/** The vehicle's trips with the stop at each place that is still open, and on a trip of its own. */
function* places(vehicle: Vehicle, day: readonly (readonly number[])[], stop: number) {
  const frozen = vehicle.frozen ?? []
  for (const [i, trip] of day.entries()) {
    const begun = frozen[i]
    if (begun?.closed || begun?.departed !== undefined) continue
    for (let k = begun?.stops.length ?? 0; k <= trip.length; k++) {
      const longer = trip.toSpliced(k, 0, stop)
      yield { trips: day.with(i, longer), trip: longer }
    }
  }
  if (day.length < (vehicle.trips ?? 1) + frozen.length) yield { trips: [...day, [stop]], trip: [stop] }
}

function excessLoad(problem: RoutingProblem, vehicle: Vehicle, trip: readonly number[]): Way | null {
  const names = new Set(trip.flatMap((stop) => Object.keys(problem.stops[stop]!.demand ?? {})))
  for (const name of names) {
    const load = trip.reduce((sum, stop) => sum + (problem.stops[stop]!.demand?.[name] ?? 0), 0)
    const room = vehicle.capacity[name] ?? 0
    if (load <= room) continue
    return {
      reason: 'capacity',
      change: { of: 'vehicle', id: vehicle.id, field: `capacity.${name}`, value: load },
      excess: (load - room) / Math.max(1, room),
    }
  }
  return null
}

/** It fits, so it was left out because its penalty is lower than what it would cost. */
function tooDear(
  problem: RoutingProblem,
  network: Network,
  v: number,
  day: Assignment[number],
  stop: Stop,
  cost: number,
): Way {
  const before = scheduleDay(problem, network, v, day)?.cost ?? 0
  const penalty = Math.ceil(cost - before)
  return {
    reason: 'cost',
    change: { of: 'stop', id: stop.id, field: 'penalty', value: penalty },
    excess: -1 / Math.max(1, penalty),
  }
}

/** Each time limit lifted alone; where that is enough, the value it would have to have. */
function* lifted(
  problem: RoutingProblem,
  network: Network,
  v: number,
  stop: number,
  trips: Assignment[number],
): Generator<Way> {
  const data = problem.stops[stop]!
  const vehicle = problem.vehicles[v]!
  const { windows, ...anyTime } = data
  const { holdFromReady, holdOnBoard, ...patient } = data
  const open: Vehicle = { ...vehicle, shift: [vehicle.shift?.[0] ?? 0, HORIZON] }
  const visit = (changed: RoutingProblem) => {
    const day = scheduleDay(changed, network, v, trips)
    const trip = day?.plan.trips.find(({ visits }) => visits.some((x) => x.stop === data.id))
    return day && trip ? { day, trip, starts: trip.visits.find((x) => x.stop === data.id)!.starts } : null
  }
  const onStop = (reason: Reason, field: string, value: number, excess: number): Way => ({
    reason,
    change: { of: 'stop', id: data.id, field, value },
    excess: excess / 3600,
  })
  const timeless = windows && visit({ ...problem, stops: problem.stops.with(stop, anyTime) })
  if (timeless) {
    const distance = Math.min(...windows.map(([from, to]) => Math.max(from - timeless.starts, timeless.starts - to, 0)))
    yield onStop('window', 'windows', timeless.starts, distance)
  }
  const cold =
    (holdFromReady !== undefined || holdOnBoard !== undefined) &&
    visit({ ...problem, stops: problem.stops.with(stop, patient) })
  if (cold) {
    const sinceReady = cold.starts - (data.ready ?? 0) - (holdFromReady ?? Infinity)
    if (sinceReady > 0) yield onStop('hot_holding', 'holdFromReady', cold.starts - data.ready!, sinceReady)
    else
      yield onStop(
        'hot_holding',
        'holdOnBoard',
        cold.starts - cold.trip.departs,
        cold.starts - cold.trip.departs - (holdOnBoard ?? 0),
      )
  }
  const longer = vehicle.shift && visit({ ...problem, vehicles: problem.vehicles.with(v, open) })
  if (longer) {
    const back = longer.day.plan.trips.at(-1)!.returns
    yield {
      reason: 'shift',
      change: { of: 'vehicle', id: vehicle.id, field: 'shift', value: back },
      excess: (back - vehicle.shift[1]) / 3600,
    }
  }
}
