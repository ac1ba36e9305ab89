import { mayServe } from './eligibility'
import { HORIZON } from './model'
import { gateSeconds, NO_ROAD, type Network } from './network'
import type { Change, Reason } from './plan'
import type { RoutingProblem, Stop, Vehicle } from './problem'

/** A way in that would exist if one value were different; `excess` ranks the changes, smallest first. */
export interface Way {
  readonly reason: Reason
  readonly change: Change | null
  readonly excess: number
}

/** Why even an idle fleet could not serve the stop; null when it could. */
export function onEmptyFleet(problem: RoutingProblem, network: Network, stop: number): Way | null {
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
