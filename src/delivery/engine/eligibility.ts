import { HORIZON } from './model'
import type { Stop, Vehicle, Window } from './problem'

/** Windows with the time from ready folded in; none left means nobody can come in time. */
export function effectiveWindows(stop: Stop): Window[] {
  const until = stop.holdFromReady === undefined ? HORIZON : Math.min(HORIZON, stop.ready! + stop.holdFromReady)
  return (stop.windows ?? [[0, HORIZON] as const])
    .filter(([from]) => from <= until)
    .map(([from, to]): Window => [from, Math.min(to, until)])
    .toSorted((a, b) => a[0] - b[0] || a[1] - b[1])
}

/** Whether the vehicle may serve the stop at all: skills, lists of vehicles and of depots. Capacity and time are checked later. */
export function mayServe(stop: Stop, vehicle: Vehicle): boolean {
  if (stop.vehicles && !stop.vehicles.includes(vehicle.id)) return false
  if (stop.depots && !stop.depots.includes(vehicle.depot)) return false
  return (stop.skills ?? []).every((skill) => vehicle.skills?.includes(skill))
}
