import type { Spot } from '../../kernel/distance'

export const ROAD_SOURCES = ['haversine', 'osrm', 'valhalla'] as const
export type RoadSourceName = (typeof ROAD_SOURCES)[number]

/** Stands in a table where there is no road; also the engine's `noRoad`. */
export const NO_ROAD = 2 ** 29 - 1

/** Whole metres and seconds, row by row: `metres[i * to.length + j]` is the way from `from[i]` to `to[j]`, and not always back. */
export interface RoadTable {
  readonly metres: Int32Array
  readonly seconds: Int32Array
}

/** Whoever knows the way. */
export interface RoadSource {
  readonly name: RoadSourceName
  /** Which map and vehicle the answers are for: answers of one key may be kept together. */
  readonly key: string
  /** Most spots a side of one question. */
  readonly largest: number
  /** Whether asking costs more than remembering. */
  readonly remote: boolean
  /** @throws RoadTrouble when no answer comes in time, or one that makes no sense. */
  readonly table: (from: readonly Spot[], to: readonly Spot[]) => Promise<RoadTable>
}

/** A road service that is down, slow, or answers nonsense. */
export class RoadTrouble extends Error {
  override readonly name = 'RoadTrouble'
}
