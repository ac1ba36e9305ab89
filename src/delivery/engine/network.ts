import type { Matrix, RoutingProblem, Travel } from './problem'

/**
 * Distance and time between locations, on demand: ten thousand points need no table of a hundred million entries.
 * Where time is distance, both are the same function, and tables are built once.
 */
export interface Network {
  distance(from: number, to: number): number
  duration(from: number, to: number): number
}

/** Time and distance that stand for "no road": later than every time a problem can name, short enough for 32-bit sums. */
export const NO_ROAD = 2 ** 29

const reader = (matrix: Matrix): ((i: number, j: number) => number) => {
  if (!ArrayBuffer.isView(matrix)) return (i, j) => matrix[i]![j]!
  const size = Math.round(Math.sqrt(matrix.length))
  return (i, j) => matrix[i * size + j]!
}

/** Reads travel data that `checkProblem` has passed. */
export function openNetwork(travel: Travel): Network {
  if ('points' in travel) {
    const { points, scale = 1, speed = 1 } = travel
    // A hair is added before cutting off, because 10 x 0.3 must not become 2.
    const round = travel.rounding === 'down' ? (x: number) => Math.floor(x + 1e-9) : (x: number) => Math.floor(x + 0.5)
    const distance = (i: number, j: number) => {
      const a = points[i]!
      const b = points[j]!
      const dx = a[0] - b[0]
      const dy = a[1] - b[1]
      // Several times faster than Math.hypot, which guards against overflows that no map has.
      return round(scale * Math.sqrt(dx * dx + dy * dy))
    }
    return { distance, duration: speed === 1 ? distance : (i, j) => Math.round(distance(i, j) / speed) }
  }
  const metres = reader(travel.distance)
  const noRoad = travel.noRoad ?? NO_ROAD
  const known = (value: number) => (value >= noRoad ? NO_ROAD : value)
  const distance = (i: number, j: number) => known(metres(i, j))
  if (!travel.duration) return { distance, duration: distance }
  const seconds = reader(travel.duration)
  return { distance, duration: (i, j) => known(seconds(i, j)) }
}

/** Seconds added on the way from one stop (or a depot: undefined) to another because a gate has to be passed. */
export function gateSeconds(problem: RoutingProblem, from: string | undefined, to: string | undefined): number {
  return to === undefined || to === from ? 0 : (problem.gates?.[to] ?? 0)
}
