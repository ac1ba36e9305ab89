import { roadMetres } from '../../kernel/distance'
import type { PlannedRun, Problem, StopToServe, Vehicle } from './plan'

/** What it takes to get from one place to the next. `undefined` stands for the depot. */
export interface Roads {
  readonly metres: (from: StopToServe | undefined, to: StopToServe | undefined) => number
  /** Driving, and the gate of the next community when it is another one. */
  readonly seconds: (from: StopToServe | undefined, to: StopToServe | undefined, vehicle: Vehicle) => number
}

/** Distances of a problem, each measured once. */
export function roadsOf({ depot, stops }: Problem): Roads {
  const row = new Map(stops.map((stop, index) => [stop.id, index + 1]))
  const spots = [depot, ...stops]
  const measured = spots.map((a) => Int32Array.from(spots, (b) => roadMetres(a, b)))
  const rowOf = (stop: StopToServe | undefined) => (stop ? (row.get(stop.id) ?? 0) : 0)

  const metres: Roads['metres'] = (from, to) => measured[rowOf(from)]?.[rowOf(to)] ?? 0
  const seconds: Roads['seconds'] = (from, to, vehicle) => {
    const gate = to && to.communityId !== from?.communityId ? to.gateSeconds : 0
    return Math.round(metres(from, to) / vehicle.metresPerSecond) + gate
  }
  return { metres, seconds }
}

/**
 * Drives through the stops in this order, waiting where a window is not open yet.
 * Undefined when a window has closed before the courier is there.
 */
export function tour(
  { readyAt }: Problem,
  roads: Roads,
  vehicle: Vehicle,
  order: readonly StopToServe[],
): PlannedRun | undefined {
  const first = order[0]
  if (!first) return undefined
  // leaving earlier would only mean to wait at the first door
  const departAt = Math.max(readyAt, first.from - roads.seconds(undefined, first, vehicle))
  const stops: { stopId: string; eta: number }[] = []
  let clock = departAt
  let metres = 0
  let at: StopToServe | undefined
  for (const stop of order) {
    const eta = Math.max(stop.from, clock + roads.seconds(at, stop, vehicle))
    if (eta > stop.to) return undefined
    stops.push({ stopId: stop.id, eta })
    metres += roads.metres(at, stop)
    clock = eta + stop.serviceSeconds
    at = stop
  }
  metres += roads.metres(at, undefined)
  const seconds = clock + roads.seconds(at, undefined, vehicle) - departAt
  return { vehicleId: vehicle.id, departAt, stops, metres, seconds }
}
