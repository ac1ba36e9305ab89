import { createClock } from './clock'
import { findNeighbours, type Neighbours, routeBound, type SingleProblem } from './problem'

/**
 * Routes as rings of linked nodes: stops are 1..n, route r closes at the sentinel `size + r`.
 * All arrays share one buffer, so keeping or undoing a step is one block copy.
 */
export interface Rings extends Neighbours {
  readonly problem: SingleProblem
  readonly routes: number
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
  /** Room left on each route; the whole capacity on an empty one. */
  readonly room: Int32Array
  readonly length: Int32Array
  /** One number: no route from here on is in use. Scans end there instead of running through empty routes. */
  readonly top: Int32Array
  readonly absent: Int32Array
  /** Routes that a stop may be put on, listed at the start of a step. */
  readonly listed: Int32Array
  absentCount: number
  cost: number
  /** False once a route is late: on roads without the triangle inequality, removing a stop can delay the rest. */
  sound: boolean
  /** Where the last search for a place ended: the node to insert after (-1: nowhere) and what it costs. */
  place: number
  placeCost: number
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
  const [room, length, top] = [take(routes), take(routes), take(1)]
  const s: Rings = {
    ...findNeighbours(problem),
    problem,
    routes,
    words,
    next,
    prev,
    route,
    position,
    edge,
    early,
    late,
    room,
    length,
    top,
    absent: new Int32Array(n),
    absentCount: n,
    listed: new Int32Array(routes),
    cost: 0,
    sound: true,
    place: -1,
    placeCost: 0,
  }
  clearRoutes(s)
  return s
}

/** Takes every stop off its route. */
export function clearRoutes(s: Rings): void {
  const { next, prev, route, room, top, problem, routes } = s
  const { refresh } = createClock(s)
  route.fill(-1)
  room.fill(problem.capacity)
  top[0] = 0
  s.cost = 0
  s.absentCount = problem.size - 1
  for (let i = 0; i < s.absentCount; i++) s.absent[i] = i + 1
  for (let r = 0; r < routes; r++) {
    const z = problem.size + r
    next[z] = z
    prev[z] = z
    route[z] = r
    refresh(r)
  }
}

/** Lays given routes into an empty state; what fits in no route stays absent. */
export function fillRoutes(s: Rings, routes: readonly (readonly number[])[]): void {
  const { size, demand } = s.problem
  const { refresh } = createClock(s)
  for (let r = 0; r < Math.min(routes.length, s.routes); r++) {
    let v = size + r
    for (const u of routes[r]!) {
      s.next[v] = u
      s.prev[u] = v
      s.route[u] = r
      s.room[r]! -= demand[u]!
      v = u
    }
    s.next[v] = size + r
    s.prev[size + r] = v
    s.cost += measure(s, r)
    refresh(r)
  }
  s.top[0] = Math.min(routes.length, s.routes)
  s.absentCount = 0
  for (let i = 1; i < size; i++) if (s.route[i]! < 0) s.absent[s.absentCount++] = i
}

/** Reads the edges of one route from the matrix and returns their sum; removing and inserting keep them up to date afterwards. */
function measure({ problem: { size, cost }, next, edge }: Rings, r: number): number {
  const z = size + r
  let at = 0
  let v = z
  let sum = 0
  for (let u = next[z]!; u !== z; u = next[u]!) {
    sum += edge[v] = cost[at * size + u]!
    v = u
    at = u
  }
  return sum + (edge[v] = v === z ? 0 : cost[at * size]!)
}
