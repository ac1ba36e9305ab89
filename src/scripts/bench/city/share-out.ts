import { assignKitchens } from '../../../delivery/domain/assign-kitchens'
import { type StopDraft, stopsByBuilding } from '../../../delivery/domain/stops'
import type { CityLunch, CityOrder } from './generate'
import { type KitchenLunch, LARGEST_STOP, lunchOf } from './kitchen-lunch'

export interface SharedOut {
  /** Kitchen by community. */
  readonly kitchenOf: ReadonlyMap<string, string>
  /** Communities that no kitchen could take. */
  readonly left: number
  /** One stop a building, or as few as the vehicle allows. */
  readonly merged: readonly KitchenLunch[]
  /** The same lunch with one stop an order, laid out when it is asked for. */
  readonly unmerged: (kitchenId: string) => KitchenLunch | undefined
}

/** Orders to kitchens by coverage and load, and to stops. */
export function shareOut({ kitchens, communities, buildings, orders }: CityLunch): SharedOut {
  const buildingOf = new Map(buildings.map((building) => [building.id, building]))
  const gates = new Map(communities.map(({ id, gateSeconds }) => [id, gateSeconds]))
  const boxes = new Map<string, number>()
  for (const order of orders) {
    const community = buildingOf.get(order.buildingId)?.communityId ?? ''
    boxes.set(community, (boxes.get(community) ?? 0) + order.boxes)
  }
  const asking = communities.flatMap((community) => {
    const own = boxes.get(community.id) ?? 0
    return own > 0 ? [{ ...community, boxes: own }] : []
  })
  const { kitchenOf, unassigned } = assignKitchens(kitchens, asking)
  const byKitchen = new Map<string, CityOrder[]>()
  for (const order of orders) {
    const kitchenId = kitchenOf.get(buildingOf.get(order.buildingId)?.communityId ?? '')
    if (!kitchenId) continue
    const own = byKitchen.get(kitchenId) ?? []
    if (own.length === 0) byKitchen.set(kitchenId, own)
    own.push(order)
  }
  const lay = (kitchenId: string, drafts: readonly StopDraft<CityOrder>[]) =>
    kitchens.flatMap((kitchen) =>
      kitchen.id === kitchenId ? [lunchOf(kitchenId, kitchen, drafts, buildingOf, gates)] : [],
    )
  return {
    kitchenOf,
    left: unassigned.length,
    merged: [...byKitchen].flatMap(([id, own]) =>
      lay(
        id,
        stopsByBuilding(own, ({ boxes }) => boxes <= LARGEST_STOP),
      ),
    ),
    unmerged: (kitchenId) => {
      const own = byKitchen.get(kitchenId) ?? []
      const drafts = own.map((order, i) => ({
        buildingId: order.buildingId,
        part: i + 1,
        boxes: order.boxes,
        parcels: [order],
      }))
      return lay(kitchenId, drafts)[0]
    },
  }
}
