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
  readonly windows: { readonly opens: Int32Array; readonly closes: Int32Array; readonly service: Int32Array } | null
}

/** Nearest stops looked at when a string is removed, and when a stop is put back. */
const RUIN_NEIGHBOURS = 250
const INSERT_NEIGHBOURS = 100
/** An edge counts as long when it reaches past this neighbour. */
const LONG_EDGE_RANK = 15

/**
 * Routes as rings of linked nodes: stops are 1..n, route r closes at the sentinel `size + r`.
 * All arrays share one buffer, so keeping or undoing a step is one block copy.
 */
export interface Rings {
  readonly problem: SingleProblem
  readonly routes: number
  readonly ruinNear: Int32Array
  readonly ruinWidth: number
  readonly near: Int32Array
  readonly width: number
  /** Few edges between stops are longer; what lies farther off than they allow is not looked at. */
  readonly longEdge: number
  readonly words: Int32Array
  readonly next: Int32Array
  readonly prev: Int32Array
  readonly route: Int32Array
  readonly position: Int32Array
  /** Cost from a node to its successor. */
  readonly edge: Int32Array
  /** Earliest and latest start of service (unused without windows). */
  readonly early: Int32Array
  readonly late: Int32Array
  readonly load: Int32Array
  readonly length: Int32Array
  /** One number: no route from here on is in use. Scans end there instead of running through empty routes. */
  readonly top: Int32Array
  readonly absent: Int32Array
  readonly fits: Int32Array
  /** Routes whose positions are out of date while stops are put back. */
  readonly dirty: Int32Array
  readonly isDirty: Uint8Array
  absentCount: number
  dirtyCount: number
  cost: number
  /** False once a route is late: on roads without the triangle inequality, removing a stop can delay the rest. */
  sound: boolean
  /** Where the last search for a place ended: the node to insert after (-1: nowhere) and what it costs. */
  place: number
  placeCost: number
}

/** Without windows two routes that are both less than half full can always be joined, so more than this never help. */
const routeBound = ({ vehicles, size, demand, capacity, windows }: SingleProblem): number => {
  let total = 0
  for (let i = 1; i < size; i++) total += demand[i]!
  const halfFull = windows || capacity === 0 ? size : Math.ceil((2 * total) / capacity) + 1
  return Math.max(1, Math.min(vehicles, size - 1, halfFull))
}

/** A state with every stop absent. */
export function createRings(problem: SingleProblem): Rings {
  const { size } = problem
  const n = size - 1
  const routes = routeBound(problem)
  const nodes = size + routes
  const words = new Int32Array(nodes * (problem.windows ? 7 : 5) + routes * 2 + 1)
  let used = 0
  const take = (count: number) => words.subarray(used, (used += count))
  const [next, prev, route, position, edge] = [take(nodes), take(nodes), take(nodes), take(nodes), take(nodes)]
  const [early, late] = problem.windows ? [take(nodes), take(nodes)] : [take(0), take(0)]
  const [load, length, top] = [take(routes), take(routes), take(1)]
  route.fill(-1)
  for (let r = 0; r < routes; r++) {
    const z = size + r
    next[z] = z
    prev[z] = z
    route[z] = r
  }
  const ruinWidth = Math.min(n - 1, RUIN_NEIGHBOURS)
  const width = Math.min(n - 1, INSERT_NEIGHBOURS)
  const byDistance = (c: number, j: number) => problem.cost[c * size + j]! + problem.costTo[c * size + j]!
  const ruinNear = nearest(1, size, ruinWidth, byDistance)
  const near = problem.windows
    ? nearest(1, size, width, timeAware(problem, problem.windows))
    : nearest(1, size, width, byDistance)
  const rank = Math.min(width, LONG_EDGE_RANK) - 1
  let longEdge = 0
  for (let c = 1; c < size; c++) longEdge += problem.cost[c * size + ruinNear[c * ruinWidth + rank]!]! / n
  const absent = Int32Array.from({ length: n }, (_, i) => i + 1)
  const state: Rings = {
    problem,
    routes,
    ruinNear,
    ruinWidth,
    near,
    width,
    words,
    longEdge,
    next,
    prev,
    route,
    position,
    edge,
    early,
    late,
    load,
    length,
    top,
    absent,
    absentCount: n,
    fits: new Int32Array(routes),
    dirty: new Int32Array(routes),
    isDirty: new Uint8Array(routes),
    dirtyCount: 0,
    cost: 0,
    sound: true,
    place: -1,
    placeCost: 0,
  }
  for (let r = 0; r < routes; r++) refresh(state, r)
  return state
}

/** Distance plus a fifth of the wait and all of the lateness that following one stop by the other would bring. */
function timeAware(problem: SingleProblem, windows: NonNullable<SingleProblem['windows']>) {
  const { size, cost, time } = problem
  const { opens, closes, service } = windows
  const oneWay = (i: number, j: number): number => {
    const gap = service[i]! + time[i * size + j]!
    const wait = Math.max(0, opens[j]! - gap - closes[i]!)
    const late = Math.max(0, opens[i]! + gap - closes[j]!)
    return cost[i * size + j]! + 0.2 * wait + late
  }
  return (i: number, j: number) => Math.round(Math.min(oneWay(i, j), oneWay(j, i)))
}

/** Recomputes the edges of one route from the matrix; removing and inserting keep them up to date afterwards. */
export function measure(s: Rings, r: number): void {
  const { next, edge } = s
  const { size, cost } = s.problem
  const z = size + r
  let at = 0
  let v = z
  for (let u = next[z]!; u !== z; u = next[u]!) {
    edge[v] = cost[at * size + u]!
    v = u
    at = u
  }
  edge[v] = v === z ? 0 : cost[at * size]!
}

/** Renumbers one route and, with windows, recomputes its times. */
export function refresh(s: Rings, r: number): void {
  renumber(s, r)
  const z = s.problem.size + r
  if (!s.problem.windows) return
  s.early[z] = s.problem.windows.opens[0]!
  s.late[z] = s.problem.windows.closes[0]!
  forward(s, z, false)
  backward(s, z, false)
}

export function renumber(s: Rings, r: number): void {
  const { next, position } = s
  const z = s.problem.size + r
  let count = 0
  for (let u = next[z]!; u !== z; u = next[u]!) position[u] = ++count
  s.length[r] = count
}

/** Recomputes times after stop c was linked in: on either side only as far as anything changes. */
export function retimeAround(s: Rings, c: number): void {
  forward(s, s.prev[c]!, true)
  backward(s, s.next[c]!, true)
}

/** Earliest starts of the nodes after `from`; `brief` ends at the first one beyond the next that stays the same. */
function forward(s: Rings, from: number, brief: boolean): void {
  const { next, edge, early } = s
  const { size, cost, time, windows } = s.problem
  const { opens, closes, service } = windows!
  // Where time is distance, the edge at hand spares a look into the matrix.
  const shared = cost === time
  let at = from
  let t = early[at]!
  for (let u = next[at]!, first = true; u < size; u = next[u]!, first = false) {
    const node = at < size ? at : 0
    t += service[node]! + (shared ? edge[at]! : time[node * size + u]!)
    if (t < opens[u]!) t = opens[u]!
    if (brief && !first && early[u] === t) return
    if (t > closes[u]!) s.sound = false
    early[u] = t
    at = u
  }
  const node = at < size ? at : 0
  if (t + service[node]! + (shared ? edge[at]! : time[node * size]!) > closes[0]!) s.sound = false
}

/** Latest starts of the nodes before `from`, likewise. */
function backward(s: Rings, from: number, brief: boolean): void {
  const { prev, edge, late } = s
  const { size, cost, time, windows } = s.problem
  const { closes, service } = windows!
  const shared = cost === time
  let at = from
  let t = late[at]!
  for (let u = prev[at]!, first = true; u < size; u = prev[u]!, first = false) {
    t -= service[u]! + (shared ? edge[u]! : time[u * size + (at < size ? at : 0)]!)
    if (t > closes[u]!) t = closes[u]!
    if (brief && !first && late[u] === t) return
    late[u] = t
    at = u
  }
}
