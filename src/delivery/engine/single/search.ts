import type { Searchable } from '../anneal'
import { createOrder } from '../order'
import type { Random } from '../random'
import { recreate } from './recreate'
import { createRuin, type RuinSizes } from './ruin'
import { fillRoutes, joinBySavings } from './savings'
import { createRings, type Rings, type SingleProblem } from './state'

/** A search over routes of identical vehicles, started and ready to anneal. `routes()` lists stops 1..n in visiting order. */
export interface SingleSearch extends Searchable {
  readonly cost: number
  readonly averageEdge: number
  routes(): number[][]
  missing(): number[]
}

/** Builds a first solution (savings, or farthest first with windows) and wraps the state for the annealer. */
export function createSingleSearch(
  problem: SingleProblem,
  random: Random,
  sizes: RuinSizes,
  penalty: number,
  start?: readonly (readonly number[])[],
): SingleSearch {
  const s = createRings(problem)
  if (start) fillRoutes(s, start)
  const order = createOrder(
    {
      demand: problem.demand,
      distance: problem.cost.subarray(0, problem.size),
      opens: problem.windows?.opens ?? null,
      closes: problem.windows?.closes ?? null,
      ready: null,
    },
    random,
  )
  if (problem.windows) s.absent.subarray(0, s.absentCount).sort((i, j) => problem.cost[j]! - problem.cost[i]! || i - j)
  else if (!start) joinBySavings(s)
  recreate(s, random, Infinity, penalty)

  const ruin = createRuin(s, random, sizes)
  const current = createSnapshot(s)
  const best = createSnapshot(s)
  const total = () => s.cost + s.absentCount * penalty
  return {
    cost: total(),
    averageEdge: s.cost / Math.max(1, problem.size - 1 - s.absentCount),
    step: (limit) => {
      s.sound = true
      ruin()
      if (!s.sound) return Infinity
      order(s.absent, s.absentCount)
      return recreate(s, random, limit, penalty) ? total() : Infinity
    },
    keep: () => current.store(),
    undo: () => current.load(),
    remember: () => best.store(),
    recall: () => {
      best.load()
      current.store()
    },
    peek: (read) => {
      best.load()
      const seen = read()
      current.load()
      return seen
    },
    routes: () => listRoutes(s),
    missing: () => [...s.absent.subarray(0, s.absentCount)],
  }
}

/** A copy of the whole state in one block. */
function createSnapshot(s: Rings) {
  const words = new Int32Array(s.words)
  const absent = new Int32Array(s.absent)
  let { cost, absentCount } = s
  return {
    store: () => {
      words.set(s.words)
      cost = s.cost
      absentCount = s.absentCount
      if (absentCount > 0) absent.set(s.absent.subarray(0, absentCount))
    },
    load: () => {
      s.words.set(words)
      s.cost = cost
      s.absentCount = absentCount
      if (absentCount > 0) s.absent.set(absent.subarray(0, absentCount))
    },
  }
}

function listRoutes(s: Rings): number[][] {
  const routes: number[][] = []
  for (let r = 0; r < s.routes; r++) {
    const stops: number[] = []
    for (let u = s.next[s.problem.size + r]!; u < s.problem.size; u = s.next[u]!) stops.push(u)
    if (stops.length > 0) routes.push(stops)
  }
  return routes
}
