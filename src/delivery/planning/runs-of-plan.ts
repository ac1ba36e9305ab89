import { newId } from '../../platform/id'
import { engineClock, speedOf, type WaveToPlan } from '../domain/problem'
import { type Tour, tourOf } from '../domain/tour'
import { asDriven } from '../fleet/as-driven'
import type { Spot } from '../../kernel/distance'
import type { Plan as EnginePlan } from '../engine/plan'
import type { RunVehicle } from '../schema/runs'
import type { stops } from '../schema/stops'

type StopRow = typeof stops.$inferSelect

/** A run to insert, without what it has of its menu day, and the places of its stops. */
export interface DrawnRun extends Tour {
  readonly id: string
  readonly vehicle: RunVehicle
}

/** The trips of the engine's plan as runs, first departure first. The rows are the stops in the order of the matrix. */
export function runsOfPlan(
  kitchen: Spot,
  wave: WaveToPlan,
  rows: readonly StopRow[],
  plan: Pick<EnginePlan, 'vehicles'>,
): DrawnRun[] {
  const { toDate } = engineClock(wave.meal)
  const ways = { size: rows.length + 1, metres: wave.distance, seconds: wave.duration }
  const known = new Map(rows.map((stop, i) => [stop.id, { ...stop, row: i + 1 }]))
  return plan.vehicles
    .flatMap(({ vehicle, trips }) => trips.map((trip) => ({ ...trip, vehicle })))
    .sort((a, b) => a.departs - b.departs || (a.vehicle < b.vehicle ? -1 : 1))
    .map(({ vehicle: vehicleId, departs, visits }) => {
      const vehicle = wave.fleet.find(({ id }) => id === vehicleId)
      if (!vehicle) throw new Error(`planned for vehicle ${vehicleId}, which is not in the fleet`)
      const start = { kitchen, departAt: toDate(departs), speed: speedOf(vehicle) }
      const order = visits.flatMap(({ stop }) => known.get(stop) ?? [])
      return { id: newId('run'), vehicle: asDriven(vehicle), ...tourOf(ways, start, order) }
    })
}
