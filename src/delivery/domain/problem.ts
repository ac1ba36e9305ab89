import type { PointKind } from './failure'
import type { Problem, Spot, Vehicle } from './plan'
import { serviceSeconds, type StopDraft } from './stops'

/** What the planner must know of a building. */
export interface BuildingFacts extends Spot {
  readonly communityId: string
  /** To pass the gate of the community and park. */
  readonly gateSeconds: number
  readonly floors: number
  readonly lift: boolean
}

export interface Pending {
  readonly groupId: string
  readonly buildingId: string
  readonly boxes: number
  readonly pointKind: PointKind
}

/** A stop draft with its id and its building. */
export interface StopAt<P extends Pending> extends StopDraft<P> {
  readonly id: string
  readonly building: BuildingFacts
}

export const inSeconds = (at: Date): number => Math.floor(at.getTime() / 1_000)
export const fromSeconds = (seconds: number): Date => new Date(seconds * 1_000)

/** The stops of one meal as a routing problem: everything is cooked, and every door open, while the meal is served. */
export function problemOf<P extends Pending>(
  meal: { depot: Spot; servesFrom: Date; servesTo: Date },
  vehicles: readonly Vehicle[],
  stops: readonly StopAt<P>[],
): Problem {
  const from = inSeconds(meal.servesFrom)
  const to = inSeconds(meal.servesTo)
  return {
    depot: meal.depot,
    readyAt: from,
    vehicles,
    stops: stops.map(({ id, boxes, building, parcels }) => ({
      id,
      communityId: building.communityId,
      lat: building.lat,
      lon: building.lon,
      boxes,
      serviceSeconds: serviceSeconds({
        boxes,
        floors: building.floors,
        lift: building.lift,
        toTheDoor: parcels.some(({ pointKind }) => pointKind === 'door'),
      }),
      gateSeconds: building.gateSeconds,
      from,
      to,
    })),
  }
}
