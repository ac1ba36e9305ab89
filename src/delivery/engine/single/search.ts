import type { Searchable } from '../anneal'
import { createOrder } from '../order'
import type { Random } from '../random'
import { createSnapshots } from '../snapshots'
import type { RuinSizes } from '../strings'
import type { SingleProblem } from './problem'
import { polish } from './polish'
import { createRecreate } from './recreate'
import { createRuin } from './ruin'
import { joinBySavings } from './savings'
import { clearRoutes, createRings, fillRoutes, type Rings } from './state'

/** A search over routes of identical vehicles, started and ready to anneal. `routes()` lists stops 1..n in visiting order. */
export interface SingleSearch extends Searchable {
  readonly cost: number
  readonly averageEdge: number
  routes(): number[][]
  missing(): number[]
}

/** Up to this many stops with windows a local search of all pairs takes a few milliseconds. */
const POLISHED = 300

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
  const recreate = createRecreate(s, random, penalty)
  recreate(Infinity)

  const ruin = createRuin(s, random, sizes)
  const total = () => s.cost + s.absentCount * penalty
  const snapshots = createSnapshots(s)
  const polishing = {
    polish: () => {
      const routes = polish(problem, listRoutes(s))
      clearRoutes(s)
      fillRoutes(s, routes)
      snapshots.keep()
      snapshots.remember()
      return total()
    },
  }
  return {
    ...snapshots,
    ...(problem.windows && problem.size <= POLISHED ? polishing : {}),
    cost: total(),
    averageEdge: s.cost / Math.max(1, problem.size - 1 - s.absentCount),
    step: (limit) => {
      s.sound = true
      ruin()
      if (!s.sound) return Infinity
      order(s.absent, s.absentCount)
      return recreate(limit) ? total() : Infinity
    },
    routes: () => listRoutes(s),
    missing: () => [...s.absent.subarray(0, s.absentCount)],
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
