import { HORIZON, mayServe } from './model'
import { gateSeconds, NO_ROAD, type Network } from './network'
import type { Change, Reason, Unserved } from './plan'
import type { RoutingProblem, Stop, Vehicle } from './problem'
import { scheduleDay } from './schedule'
import type { Assignment } from './search'

/** A way in that would exist if one value were different; `excess` ranks the changes, smallest first. */
interface Way {
  readonly reason: Reason
  readonly change: Change | null
  readonly excess: number
}

/** Places tried for all stops together: explaining what was left out must not take longer than planning. */
const TRIES = 20_000

/** Says for each stop left out which constraint keeps it out and the smallest single change found that lets it in. */
export function explain(
  problem: RoutingProblem,
  network: Network,
  assignment: Assignment,
  left: readonly number[],
): Unserved[] {
  const tries = Math.max(20, Math.floor(TRIES / Math.max(1, left.length)))
  return left.map((stop) => {
    const { id } = problem.stops[stop]!
    const alone = onEmptyFleet(problem, network, stop)
    const { reason, change } = alone ?? besideOthers(problem, network, assignment, stop, tries)
    return { stop: id, reason, change }
  })
}

/** Why even an idle fleet could not serve the stop; null when it could. */
function onEmptyFleet(problem: RoutingProblem, network: Network, stop: number): Way | null {
  const data = problem.stops[stop]!
  const able = problem.vehicles.filter((vehicle) => mayServe(data, vehicle))
  if (able.length === 0) return { reason: 'skill', change: missingSkill(problem, data), excess: 0 }
  let nearest: Way | null = null
  const tried = new Set<string>()
  for (const vehicle of able) {
    const { id: _, frozen: __, ...alike } = vehicle
    const key = JSON.stringify(alike)
    if (tried.has(key)) continue
    tried.add(key)
    const way = alone(problem, network, data, vehicle)
    if (!way) return null
    if (!nearest || way.excess < nearest.excess) nearest = way
  }
  return nearest
}

function missingSkill(problem: RoutingProblem, stop: Stop): Change | null {
  const reachable = problem.vehicles.filter(
    (v) => (!stop.vehicles || stop.vehicles.includes(v.id)) && (!stop.depots || stop.depots.includes(v.depot)),
  )
  const vehicle = reachable[0] ?? problem.vehicles[0]!
  const skill = (stop.skills ?? []).find((name) => !vehicle.skills?.includes(name))
  if (skill !== undefined) return { of: 'vehicle', id: vehicle.id, field: 'skills', value: skill }
  return {
    of: 'stop',
    id: stop.id,
    field: stop.vehicles ? 'vehicles' : 'depots',
    value: stop.vehicles ? vehicle.id : vehicle.depot,
  }
}

/** A trip to this stop alone: what breaks first, or null when nothing does. */
function alone(problem: RoutingProblem, network: Network, stop: Stop, vehicle: Vehicle): Way | null {
  const home = problem.depots.find(({ id }) => id === vehicle.depot)!.location
  const seconds = (from: number, to: number, gate: number) => {
    const raw = network.duration(from, to)
    return raw >= NO_ROAD || network.distance(from, to) >= NO_ROAD
      ? NO_ROAD
      : Math.round((raw + gate) / (vehicle.speed ?? 1))
  }
  const out = seconds(home, stop.location, gateSeconds(problem, undefined, stop.community))
  const back = seconds(stop.location, home, 0)
  if (out >= NO_ROAD || back >= NO_ROAD) return { reason: 'unreachable', change: null, excess: Infinity }
  for (const [name, units] of Object.entries(stop.demand ?? {})) {
    const room = vehicle.capacity[name] ?? 0
    if (units > room)
      return {
        reason: 'capacity',
        change: { of: 'vehicle', id: vehicle.id, field: `capacity.${name}`, value: units },
        excess: units - room,
      }
  }
  const [from, to] = vehicle.shift ?? [0, HORIZON]
  const leaves = Math.max(from, stop.ready ?? 0)
  const late = (field: string, value: number, reason: Reason, excess: number): Way => ({
    reason,
    change: { of: 'stop', id: stop.id, field, value },
    excess,
  })
  if (stop.holdOnBoard !== undefined && out > stop.holdOnBoard)
    return late('holdOnBoard', out, 'hot_holding', out - stop.holdOnBoard)
  const given = stop.windows ?? [[0, HORIZON] as const]
  const start = earliest(given, leaves + out)
  if (start === null) {
    const end = Math.max(...given.map((window) => window[1]))
    return late('windows', leaves + out, 'window', leaves + out - end)
  }
  if (stop.holdFromReady !== undefined && start > stop.ready! + stop.holdFromReady) {
    return late('holdFromReady', start - stop.ready!, 'hot_holding', start - stop.ready! - stop.holdFromReady)
  }
  const returns = start + (stop.service ?? 0) + back
  if (returns > to)
    return {
      reason: 'shift',
      change: { of: 'vehicle', id: vehicle.id, field: 'shift', value: returns },
      excess: returns - to,
    }
  return null
}

const earliest = (windows: readonly (readonly [number, number])[], t: number): number | null => {
  const open = windows.filter(([, to]) => to >= t).map(([from]) => Math.max(from, t))
  return open.length === 0 ? null : Math.min(...open)
}

/**
 * The vehicles are busy: tries the stop at every place of their days, as things are, over capacity, and with one time limit
 * lifted at a time. The way with the smallest relative change names the reason.
 */
function besideOthers(
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
