/** What a stop is made of: one order's boxes for one building. */
export interface Parcel {
  readonly groupId: string
  readonly buildingId: string
  readonly boxes: number
}

export interface StopDraft<P extends Parcel> {
  readonly buildingId: string
  /** 1 when the whole building fits one vehicle; a split counts on. */
  readonly part: number
  readonly boxes: number
  readonly parcels: readonly P[]
}

/**
 * One stop per building: a building's parcels share its window. It is split only when it holds more boxes than the
 * largest vehicle; one order always stays together, even one too large for any vehicle.
 */
export function stopsByBuilding<P extends Parcel>(parcels: readonly P[], largestVehicle: number): StopDraft<P>[] {
  const buildings = [...new Set(parcels.map(({ buildingId }) => buildingId))].sort()
  return buildings.flatMap((buildingId) => {
    const here = parcels.filter((parcel) => parcel.buildingId === buildingId)
    return partsOf(here, largestVehicle).map((part, index) => ({
      buildingId,
      part: index + 1,
      boxes: boxesOf(part),
      parcels: part,
    }))
  })
}

const boxesOf = (parcels: readonly Parcel[]) => parcels.reduce((sum, { boxes }) => sum + boxes, 0)

/** First fit, largest first: close to the fewest parts, and everything in one when it fits. */
function partsOf<P extends Parcel>(parcels: readonly P[], most: number): P[][] {
  const largestFirst = [...parcels].sort((a, b) => b.boxes - a.boxes || (a.groupId < b.groupId ? -1 : 1))
  const parts: P[][] = []
  for (const parcel of largestFirst) {
    const withRoom = parts.find((part) => boxesOf(part) + parcel.boxes <= most)
    if (withRoom) withRoom.push(parcel)
    else parts.push([parcel])
  }
  return parts
}

/** The way in and the hand-over, in seconds; asked of couriers, to be replaced by what their runs measure. */
const PER_STOP = 90
/** Each box. */
export const PER_BOX = 20
const PER_FLOOR_ON_FOOT = 15

/** Seconds for a way in and some boxes, without stairs. */
export const visitSeconds = (boxes: number): number => PER_STOP + PER_BOX * boxes

/** Seconds a stop takes. Stairs count when somebody is served at the door and there is no lift: half the floors, once. */
export function serviceSeconds(stop: { boxes: number; floors: number; lift: boolean; toTheDoor: boolean }): number {
  const floorsOnFoot = stop.toTheDoor && !stop.lift ? Math.ceil(stop.floors / 2) : 0
  return visitSeconds(stop.boxes) + PER_FLOOR_ON_FOOT * floorsOnFoot
}
