import { TOWN_METRES_PER_SECOND } from '../../kernel/distance'
import type { RoutingProblem, Stop, Vehicle as EngineVehicle } from '../engine/problem'
import { BOX_LITRES, type Vehicle } from './fleet'
import { ON_BOARD_SECONDS } from './hot-holding'
import { type Meal, wallWindow, type Window } from './windows'

/** What the rules have made of a building's orders. Its place in the matrix follows the kitchen's, in the order given. */
export interface StopToServe {
  readonly id: string
  readonly communityId: string
  readonly gateSeconds: number
  readonly boxes: number
  /** How many of them are chilled, and how many need neither warmth nor cold. */
  readonly chilled: number
  readonly ambient: number
  readonly serviceSeconds: number
  readonly skills: readonly string[]
  readonly window: Window
  /** When its food is ready, and until when it may be eaten hot. */
  readonly readyAt: Date
  readonly useBy: Date
  /** The vehicle it is pinned to. */
  readonly vehicleId?: string
}

/** A vehicle with what it is busy with already in this wave. */
export interface VehicleAtWork extends Vehicle {
  readonly tripsUsed: number
  /** Back at the kitchen from a run that is loaded or on the way. */
  readonly backAt?: Date
}

export interface WaveToPlan {
  readonly meal: Meal
  readonly wave: Window
  /** Vehicles leave no earlier; when the wave begins if left out. */
  readonly leavesFrom?: Date
  /** When the next wave begins: vehicles are back by then. */
  readonly nextFrom?: Date
  readonly fleet: readonly VehicleAtWork[]
  readonly stops: readonly StopToServe[]
  /** Square, whole metres and seconds: the kitchen first, then the stops. */
  readonly distance: Int32Array
  readonly duration: Int32Array
  readonly noRoad: number
}

/** Seconds of the engine's clock: it counts from half a day before the meal, so that its numbers stay small. */
export const engineClock = (meal: Meal) => {
  const zero = Math.floor(meal.servesFrom.getTime() / 1_000) - 12 * 3_600
  return {
    toSeconds: (at: Date): number => Math.max(0, Math.floor(at.getTime() / 1_000) - zero),
    toDate: (seconds: number): Date => new Date((zero + seconds) * 1_000),
  }
}

/** One wave of a meal at one kitchen as a problem for the routing engine; undefined when nobody could drive at all. */
export function routingProblem(plan: WaveToPlan): RoutingProblem | undefined {
  const { toSeconds } = engineClock(plan.meal)
  const vehicles = plan.fleet.flatMap((vehicle) => engineVehicle(plan, vehicle, toSeconds) ?? [])
  if (vehicles.length === 0) return undefined
  return {
    depots: [{ id: 'kitchen', location: 0 }],
    vehicles,
    stops: plan.stops.map((stop, i) => engineStop(stop, i + 1, toSeconds)),
    travel: { distance: plan.distance, duration: plan.duration, noRoad: plan.noRoad },
    gates: Object.fromEntries(plan.stops.map(({ communityId, gateSeconds }) => [communityId, gateSeconds])),
  }
}

/** How much faster than the table a vehicle drives. */
export const speedOf = ({ metresPerSecond }: Pick<Vehicle, 'metresPerSecond'>): number =>
  metresPerSecond / TOWN_METRES_PER_SECOND

function engineVehicle(
  { meal, wave, leavesFrom = wave.from, nextFrom }: WaveToPlan,
  vehicle: VehicleAtWork,
  toSeconds: (at: Date) => number,
): EngineVehicle | undefined {
  const shift = wallWindow(meal, vehicle.shiftFrom, vehicle.shiftTo)
  const reloaded = vehicle.backAt ? toSeconds(vehicle.backAt) + vehicle.reloadSeconds : 0
  const from = Math.max(toSeconds(shift.from), toSeconds(leavesFrom), reloaded)
  const to = Math.min(toSeconds(shift.to), nextFrom ? toSeconds(nextFrom) : Number.POSITIVE_INFINITY)
  const trips = vehicle.trips - vehicle.tripsUsed
  // who comes on duty when the doors are closed is not there
  if (from >= Math.min(to, toSeconds(wave.to)) || trips < 1) return undefined
  return {
    id: vehicle.id,
    depot: 'kitchen',
    capacity: {
      boxes: vehicle.boxes,
      hot: vehicle.hotBoxes,
      chilled: vehicle.chilledBoxes,
      litres: vehicle.litres,
    },
    shift: [from, to],
    skills: vehicle.skills,
    speed: speedOf(vehicle),
    cost: {
      perMetre: vehicle.perKmMinor / 1_000,
      perSecond: vehicle.perHourMinor / 3_600,
      perUse: vehicle.perUseMinor,
    },
    trips,
    reload: vehicle.reloadSeconds,
  }
}

/** Only hot food has to be handed over soon after it was loaded. */
function engineStop(stop: StopToServe, location: number, toSeconds: (at: Date) => number): Stop {
  const { id, communityId: community, boxes, chilled, ambient, skills, window, readyAt, useBy, vehicleId } = stop
  const hot = boxes - chilled - ambient
  return {
    id,
    location,
    community,
    demand: { boxes, hot, chilled, litres: boxes * BOX_LITRES },
    windows: [[toSeconds(window.from), toSeconds(window.to)]],
    service: stop.serviceSeconds,
    ready: toSeconds(readyAt),
    holdFromReady: Math.max(0, toSeconds(useBy) - toSeconds(readyAt)),
    ...(hot > 0 ? { holdOnBoard: ON_BOARD_SECONDS } : {}),
    ...(skills.length > 0 ? { skills } : {}),
    ...(vehicleId === undefined ? {} : { vehicles: [vehicleId] }),
  }
}
