import { cellToBoundary, latLngToCell } from 'h3-js'
import type { Spot } from '../../kernel/distance'
import { penetration } from '../domain/penetration'
import type { BuildingOrders } from './orders-by-building'

/** A building and the households in it. */
export interface Home extends Spot {
  readonly id: string
  readonly households: number
}

/** A hexagon of the H3 grid and what lies in it. */
export interface DensityCell {
  readonly cell: string
  /** Its corners, [lon, lat] and closed, as GeoJSON wants a ring. */
  readonly ring: [number, number][]
  readonly households: number
  readonly orders: number
  readonly boxes: number
  /** Orders for 100 households in a meal; 0 where nobody lives. */
  readonly penetration: number
}

/**
 * Buildings added up by cell: the same grid every day and in every city, so that days and cities can be compared.
 * Resolution 8 is about 530 m across the edge, 9 about 200 m.
 */
export function cellsOf(
  homes: readonly Home[],
  ordered: readonly BuildingOrders[],
  meals: number,
  resolution: 8 | 9,
): DensityCell[] {
  const cells = new Map<string, { households: number; orders: number; boxes: number }>()
  const byHome = new Map(ordered.map((row) => [row.buildingId, row]))
  for (const { id, lat, lon, households } of homes) {
    const { orders = 0, boxes = 0 } = byHome.get(id) ?? {}
    const cell = latLngToCell(lat, lon, resolution)
    const own = cells.get(cell) ?? { households: 0, orders: 0, boxes: 0 }
    own.households += households
    own.orders += orders
    own.boxes += boxes
    cells.set(cell, own)
  }
  return [...cells]
    .map(([cell, sums]) => ({
      cell,
      ring: cellToBoundary(cell, true).map(([lon, lat]) => [lon, lat] as [number, number]),
      ...sums,
      penetration: penetration({ ...sums, meals }),
    }))
    .sort((a, b) => b.orders - a.orders || b.households - a.households || (a.cell < b.cell ? -1 : 1))
}
