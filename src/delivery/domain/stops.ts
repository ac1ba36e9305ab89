import { grouped } from '../../kernel/grouped'
import type { Window } from './windows'

/** Boxes by how they are kept; what is neither chilled nor ambient is hot. */
export interface Load {
  readonly boxes: number
  readonly chilled: number
  readonly ambient: number
}

/** What a stop is made of: one order's boxes for one building, in the slot its customer chose if any. */
export interface Parcel {
  readonly groupId: string
  readonly buildingId: string
  readonly boxes: number
  readonly chilled?: number
  readonly ambient?: number
  readonly slot?: Window
}

export interface StopDraft<P extends Parcel> {
  readonly buildingId: string
  readonly slot?: Window
  /** 1 for the first stop at a building; further windows and splits count on. */
  readonly part: number
  readonly boxes: number
  readonly parcels: readonly P[]
}

/**
 * One stop per building and slot: what is asked for at the same door at the same time comes at once. It is split only when
 * no vehicle holds it; one order always stays together, even one too large for any vehicle.
 */
export function stopsByBuilding<P extends Parcel>(
  parcels: readonly P[],
  isHeld: (load: Load) => boolean,
): StopDraft<P>[] {
  const buildings = [...grouped(parcels, ({ buildingId }) => buildingId)].sort(([a], [b]) => (a < b ? -1 : 1))
  return buildings.flatMap(([buildingId, here]) => {
    const bySlot = [...grouped(here, ({ slot }) => (slot ? slot.from.getTime() : 0))].sort(([a], [b]) => a - b)
    const parts = bySlot.flatMap(([, own]) => partsOf(own, isHeld))
    return parts.map((part, index) => {
      const slot = part[0]?.slot
      return { buildingId, ...(slot ? { slot } : {}), part: index + 1, boxes: loadOf(part).boxes, parcels: part }
    })
  })
}

/** What some orders take of a vehicle. */
export const loadOf = (parcels: readonly Omit<Parcel, 'groupId' | 'buildingId'>[]): Load => ({
  boxes: parcels.reduce((sum, { boxes }) => sum + boxes, 0),
  chilled: parcels.reduce((sum, { chilled = 0 }) => sum + chilled, 0),
  ambient: parcels.reduce((sum, { ambient = 0 }) => sum + ambient, 0),
})

/** First fit, largest first: close to the fewest parts, and everything in one when it fits. */
function partsOf<P extends Parcel>(parcels: readonly P[], isHeld: (load: Load) => boolean): P[][] {
  if (isHeld(loadOf(parcels))) return [largestFirst(parcels)]
  const parts: P[][] = []
  for (const parcel of largestFirst(parcels)) {
    const withRoom = parts.find((part) => isHeld(loadOf([...part, parcel])))
    if (withRoom) withRoom.push(parcel)
    else parts.push([parcel])
  }
  return parts
}

const largestFirst = <P extends Parcel>(parcels: readonly P[]): P[] =>
  parcels.toSorted((a, b) => b.boxes - a.boxes || (a.groupId < b.groupId ? -1 : 1))

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
