import { nearest } from '../nearest'

/**
 * Identical vehicles, one trip each from depot 0 to stops 1..n: the problem most benchmarks pose, and the fast path.
 * Matrices are square, row-major, `size = n + 1` wide; `costTo` and `timeTo` are their transposes (or the same array when symmetric).
 */
export interface SingleProblem {
  readonly size: number
  readonly vehicles: number
  readonly capacity: number
  readonly demand: Int32Array
  readonly cost: Int32Array
  readonly costTo: Int32Array
  readonly time: Int32Array
  readonly timeTo: Int32Array
  /** Null when no stop and no shift has a window; index 0 is the shift. */
  readonly windows: Windows | null
}

export interface Windows {
  readonly opens: Int32Array
  readonly closes: Int32Array
  readonly service: Int32Array
}

/** Without windows two routes that are both less than half full can always be joined, so more than this never help. */
export const routeBound = ({ vehicles, size, demand, capacity, windows }: SingleProblem): number => {
  let total = 0
  for (let i = 1; i < size; i++) total += demand[i]!
  const halfFull = windows || capacity === 0 ? size : Math.ceil((2 * total) / capacity) + 1
  return Math.max(1, Math.min(vehicles, size - 1, halfFull))
}

/** Nearest stops looked at when a string is removed, and when a stop is put back. */
const RUIN_NEIGHBOURS = 250
const INSERT_NEIGHBOURS = 100
/** An edge counts as long when it reaches past this neighbour. */
const LONG_EDGE_RANK = 30

export interface Neighbours {
  readonly ruinNear: Int32Array
  /** The same by distance and time; null without windows. */
  readonly ruinNearInTime: Int32Array | null
  readonly ruinWidth: number
  readonly near: Int32Array
  readonly width: number
  /** Few edges between stops are longer; what lies farther off than they allow is not looked at. */
  readonly longEdge: number
}

/** The neighbour lists of every stop, nearest first; row c begins at `c * width`. */
export function findNeighbours(problem: SingleProblem): Neighbours {
  const { size, cost, costTo, windows } = problem
  const n = size - 1
  const ruinWidth = Math.min(n - 1, RUIN_NEIGHBOURS)
  const width = Math.min(n - 1, INSERT_NEIGHBOURS)
  const byDistance = (c: number, j: number) => cost[c * size + j]! + costTo[c * size + j]!
  const ruinNear = nearest(1, size, ruinWidth, byDistance)
  const ruinNearInTime = windows && nearest(1, size, ruinWidth, timeAware(problem, windows))
  const near = new Int32Array(size * width)
  for (let c = 1; c < size; c++) {
    const row = near.subarray(c * width, (c + 1) * width)
    row.set((ruinNearInTime ?? ruinNear).subarray(c * ruinWidth, c * ruinWidth + width))
    // Whoever suits by time is still listed by distance: a scan ends where the rest is too far.
    if (windows) row.sort((i, j) => costTo[c * size + i]! - costTo[c * size + j]!)
  }
  const rank = Math.min(width, LONG_EDGE_RANK) - 1
  let longEdge = 0
  for (let c = 1; c < size; c++) longEdge += cost[c * size + ruinNear[c * ruinWidth + rank]!]! / n
  return { ruinNear, ruinNearInTime, ruinWidth, near, width, longEdge }
}

/** Distance plus a fifth of the wait and all of the lateness that following one stop by the other would bring. */
function timeAware({ size, cost, time }: SingleProblem, { opens, closes, service }: Windows) {
  const oneWay = (i: number, j: number): number => {
    const gap = service[i]! + time[i * size + j]!
    const wait = Math.max(0, opens[j]! - gap - closes[i]!)
    const late = Math.max(0, opens[i]! + gap - closes[j]!)
    return cost[i * size + j]! + 0.2 * wait + late
  }
  return (i: number, j: number) => Math.round(Math.min(oneWay(i, j), oneWay(j, i)))
}
