import type { CityMap, Density } from '../../api/operator'

export interface Community {
  readonly id: string
  readonly name: { readonly zh: string; readonly en: string }
  readonly households: number
  readonly orders: number
  readonly per100Households: number
  /** Orders for each building that ordered; null where none did. */
  readonly perBuilding: number | null
}

/** Every community of a map, with and without orders; the densest first. */
export function communitiesOf(map: CityMap | undefined, density: readonly Density[]): Community[] {
  const onMap = map?.features.filter(({ properties }) => properties.kind === 'community') ?? []
  const rows = onMap.map(({ id, properties: { name, households = 0 } }): Community => {
    const own = density.find(({ communityId }) => communityId === id)
    if (!own) return { id, name, households, orders: 0, per100Households: 0, perBuilding: null }
    const perBuilding = own.buildings > 0 ? own.orders / own.buildings : null
    return { id, name, households, orders: own.orders, per100Households: own.per100Households, perBuilding }
  })
  return rows.sort((a, b) => b.per100Households - a.per100Households)
}
