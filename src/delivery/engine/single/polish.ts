import type { SingleProblem } from './problem'

type Route = readonly number[]

/**
 * Local search on a finished solution, for what ruin and recreate rarely tries: exchanging the ends of two routes (2-opt*), moving
 * a stop (relocate), within its route too, and swapping two stops that each go to their best place in the other route (SWAP*, Vidal 2022).
 * Repeats until nothing shortens the routes; they keep every window and load.
 */
export function polish(problem: SingleProblem, routes: readonly Route[]): Route[] {
  const all = routes.slice()
  for (let improved = true; improved; ) {
    improved = false
    for (let a = 0; a < all.length; a++) {
      for (let b = 0; b < all.length; b++) {
        const better = a === b ? moveWithin(problem, all[a]!) : exchange(problem, all[a]!, all[b]!, a < b)
        if (!better) continue
        ;[all[a], all[b]] = better
        improved = true
      }
    }
  }
  return all.filter((route) => route.length > 0)
}

const exchange = (problem: SingleProblem, a: Route, b: Route, once: boolean) =>
  (once ? exchangeEnds(problem, a, b) : null) ?? exchangeStops(problem, a, b)

/** The route with one stop at a better place of its own, twice (for both sides of a pair), or null. */
function moveWithin(problem: SingleProblem, route: Route): [Route, Route] | null {
  for (const [i, c] of route.entries()) {
    const better = bestPlace(problem, route.toSpliced(i, 1), c, detour(problem, route, i))
    if (better) return [better.route, better.route]
  }
  return null
}

/** The better of two routes with what follows a place in each exchanged, or null. */
function exchangeEnds(problem: SingleProblem, a: Route, b: Route): [Route, Route] | null {
  for (let i = 0; i <= a.length; i++) {
    for (let j = 0; j <= b.length; j++) {
      const [u, x] = [a[i - 1] ?? 0, a[i] ?? 0]
      const [v, y] = [b[j - 1] ?? 0, b[j] ?? 0]
      if (edge(problem, u, y) + edge(problem, v, x) >= edge(problem, u, x) + edge(problem, v, y)) continue
      const first = [...a.slice(0, i), ...b.slice(j)]
      const second = [...b.slice(0, j), ...a.slice(i)]
      if (holds(problem, first) && holds(problem, second)) return [first, second]
    }
  }
  return null
}

/** The routes with a stop of `a` moved to its best place in `b`, in exchange for one of `b` or for none; null when nothing is gained. */
function exchangeStops(problem: SingleProblem, a: Route, b: Route): [Route, Route] | null {
  const load = (route: Route) => route.reduce((sum, c) => sum + problem.demand[c]!, 0)
  const [loadA, loadB] = [load(a), load(b)]
  for (const [i, u] of a.entries()) {
    const restA = a.toSpliced(i, 1)
    for (let j = -1; j < b.length; j++) {
      const v = b[j]
      const more = problem.demand[u]! - (v === undefined ? 0 : problem.demand[v]!)
      if (loadB + more > problem.capacity || loadA - more > problem.capacity) continue
      const restB = v === undefined ? b : b.toSpliced(j, 1)
      const saved = detour(problem, a, i) + (v === undefined ? 0 : detour(problem, b, j))
      const toB = bestPlace(problem, restB, u, saved)
      if (!toB) continue
      if (v === undefined) {
        // Without the triangle inequality, a route may get slower by losing a stop.
        if (holds(problem, restA)) return [restA, toB.route]
        continue
      }
      const toA = bestPlace(problem, restA, v, saved - toB.costs)
      if (toA) return [toA.route, toB.route]
    }
  }
  return null
}

/** The route with c at its cheapest place in time, when that costs less than `limit`. */
function bestPlace(problem: SingleProblem, route: Route, c: number, limit: number) {
  let best: { readonly route: Route; readonly costs: number } | null = null
  for (let k = 0; k <= route.length; k++) {
    const [u, w] = [route[k - 1] ?? 0, route[k] ?? 0]
    const costs = edge(problem, u, c) + edge(problem, c, w) - (route.length === 0 ? 0 : edge(problem, u, w))
    if (costs >= (best?.costs ?? limit)) continue
    const longer = route.toSpliced(k, 0, c)
    if (holds(problem, longer)) best = { route: longer, costs }
  }
  return best
}

const edge = ({ cost, size }: SingleProblem, u: number, w: number): number => (u === w ? 0 : cost[u * size + w]!)

/** What is saved when the stop at position i leaves the route. */
function detour(problem: SingleProblem, route: Route, i: number): number {
  const [u, c, w] = [route[i - 1] ?? 0, route[i]!, route[i + 1] ?? 0]
  return edge(problem, u, c) + edge(problem, c, w) - edge(problem, u, w)
}

/** Whether a route keeps its load, its windows and the shift. */
function holds({ demand, capacity, windows, time, size }: SingleProblem, route: Route): boolean {
  let load = 0
  let at = 0
  let t = windows ? windows.opens[0]! : 0
  for (const c of route) {
    load += demand[c]!
    if (load > capacity) return false
    if (windows) {
      t = Math.max(t + windows.service[at]! + time[at * size + c]!, windows.opens[c]!)
      if (t > windows.closes[c]!) return false
    }
    at = c
  }
  return !windows || route.length === 0 || t + windows.service[at]! + time[at * size]! <= windows.closes[0]!
}
