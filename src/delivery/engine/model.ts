import { NO_ROAD } from './network'

/** The end of time for stops and shifts without a window. */
export const HORIZON = NO_ROAD - 1

/**
 * A problem, or a part of one, as tables. Nodes 0..depots-1 are depots, the others stops; matrices are row-major, `size` wide,
 * one per class of vehicles with equal speed and costs. Costs are multiplied by `scale` to be whole numbers.
 */
export interface Model {
  readonly depots: number
  readonly size: number
  readonly vehicles: number
  readonly measures: number
  readonly scale: number
  /** Position of each node's stop (or depot) and of each vehicle in the problem. */
  readonly origin: Int32Array
  readonly vehicleOrigin: Int32Array
  readonly classOf: Int32Array
  /** Vehicles of one kind are interchangeable while empty. */
  readonly kind: Int32Array
  readonly cost: readonly Int32Array[]
  readonly time: readonly Int32Array[]
  readonly home: Int32Array
  readonly perUse: Float64Array
  readonly capacity: Int32Array
  readonly demand: Int32Array
  readonly allowed: Uint8Array
  readonly shiftFrom: Int32Array
  readonly shiftTo: Int32Array
  readonly reload: Int32Array
  readonly maxTrips: Int32Array
  readonly restFrom: Int32Array
  readonly restTo: Int32Array
  readonly restSeconds: Int32Array
  readonly service: Int32Array
  readonly ready: Int32Array
  /** Longest time on board, or -1. */
  readonly hold: Int32Array
  /** First opening and last closing; windows in between lie at `windowAt[node]` up to `windowAt[node + 1]`. */
  readonly opens: Int32Array
  readonly closes: Int32Array
  readonly windowAt: Int32Array
  readonly windowFrom: Int32Array
  readonly windowTo: Int32Array
  readonly severalWindows: boolean
  readonly holds: boolean
  readonly penalty: Float64Array
  /** Nodes that stay where they are. */
  readonly fixed: Uint8Array
  readonly frozen: readonly (readonly FrozenNodes[])[]
  /** Cost (scaled) per second squared of a vehicle's work. */
  readonly balance: number
}

export interface FrozenNodes {
  readonly nodes: readonly number[]
  readonly departed: number
  readonly closed: boolean
}
