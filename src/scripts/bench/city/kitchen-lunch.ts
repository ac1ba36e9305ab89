import type { StopDraft } from '../../../delivery/domain/stops'
import { serviceSeconds } from '../../../delivery/domain/stops'
import type { RoutingProblem } from '../../../delivery/engine/problem'
import type { Spot } from '../../../kernel/distance'
import { haversineRoads } from '../../../platform/road-matrix/haversine'
import type { CityBuilding, CityOrder } from './generate'

/** One kitchen's lunch as it travels to a worker: spots once, stops by the index of their spot. */
export interface KitchenLunch {
  readonly kitchenId: string
  /** The kitchen first, then buildings. */
  readonly spots: readonly Spot[]
  readonly stops: readonly {
    readonly id: string
    readonly at: number
    readonly community: string
    readonly boxes: number
    readonly service: number
  }[]
  readonly gates: Readonly<Record<string, number>>
}

/** Served from 11:00 to 13:00; the first batch is ready at 10:40. Seconds since midnight. */
const MEAL = { ready: 38_400, from: 39_600, to: 46_800 }
/** A cargo tricycle, as in the standard fleet; it drives one tour a lunch. */
const BOXES = 60
export const LARGEST_STOP = BOXES
/** From the kitchen's door to the hand-over the food keeps above 60 °C in its bag for so long. */
const HOT_SECONDS = 2_700

/** Lays out the drafts of one kitchen. */
export function lunchOf(
  kitchenId: string,
  depot: Spot,
  drafts: readonly StopDraft<CityOrder>[],
  buildings: ReadonlyMap<string, CityBuilding>,
  gates: ReadonlyMap<string, number>,
): KitchenLunch {
  const ids = [...new Set(drafts.map(({ buildingId }) => buildingId))]
  const index = new Map(ids.map((id, i) => [id, i + 1]))
  const known = (id: string): CityBuilding => {
    const building = buildings.get(id)
    if (!building) throw new Error(`no building ${id}`)
    return building
  }
  const spot = ({ lat, lon }: Spot) => ({ lat, lon })
  return {
    kitchenId,
    spots: [spot(depot), ...ids.map((id) => spot(known(id)))],
    stops: drafts.map(({ buildingId, part, boxes }) => {
      const { communityId, floors, lift } = known(buildingId)
      const service = serviceSeconds({ boxes, floors, lift, toTheDoor: false })
      return { id: `${buildingId}/${part}`, at: index.get(buildingId) ?? 0, community: communityId, boxes, service }
    }),
    gates: Object.fromEntries(ids.map((id) => [known(id).communityId, gates.get(known(id).communityId) ?? 0])),
  }
}

/** The lunch as a routing problem: metres are what is kept small. */
export async function problemOf({ kitchenId, spots, stops, gates }: KitchenLunch): Promise<RoutingProblem> {
  const { metres, seconds } = await haversineRoads.table(spots, spots)
  const boxes = stops.reduce((sum, stop) => sum + stop.boxes, 0)
  const work = stops.reduce((sum, stop) => sum + stop.service, 0)
  // half as many again as the bags or the time that food keeps hot ask for, so that room is left to choose
  const tours = Math.ceil(1.5 * Math.max(boxes / BOXES, work / HOT_SECONDS)) + 2
  return {
    name: kitchenId,
    depots: [{ id: kitchenId, location: 0 }],
    vehicles: Array.from({ length: tours }, (_, i) => ({
      id: `tricycle-${i + 1}`,
      depot: kitchenId,
      capacity: { boxes: BOXES },
      shift: [MEAL.ready, MEAL.to + 3_600] as const,
    })),
    stops: stops.map(({ id, at, community, boxes: own, service }) => ({
      id,
      location: at,
      demand: { boxes: own },
      windows: [[MEAL.from, MEAL.to]] as const,
      service,
      holdOnBoard: HOT_SECONDS,
      community,
    })),
    travel: { distance: metres, duration: seconds },
    gates,
  }
}
