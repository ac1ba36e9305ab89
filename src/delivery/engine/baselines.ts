import { createRandom } from './random'
import { compile } from './compile'
import { openNetwork } from './network'
import type { RoutingProblem } from './problem'
import { asSingle } from './single/from-model'
import { joinBySavings } from './single/savings'
import { createRings } from './single/state'
import { createRecreate } from './single/recreate'
import { startAt, walk, createWalk } from './walk'
import type { Model } from './model'

/** What simple methods reach, to set the engine's figures beside: cost in the problem's unit, or null where the method does not apply. */
export interface Baselines {
  readonly nearestNeighbour: number | null
  readonly savings: number | null
}

/** Beyond this many stops their tables would take gigabytes. */
const LARGEST = 5000

/** Costs of nearest neighbour (nearest stop that still fits, in room and in time) and of Clarke and Wright's savings. */
export function baselines(problem: RoutingProblem): Baselines {
  if (problem.stops.length > LARGEST) return { nearestNeighbour: null, savings: null }
  const all = (items: readonly unknown[]) => items.map((_, i) => i)
  const model = compile(problem, openNetwork(problem.travel), all(problem.stops), all(problem.vehicles))
  return { nearestNeighbour: nearestNeighbour(model), savings: savings(model) }
}

/** Vehicle after vehicle and trip after trip goes to the nearest stop it can still serve. Null when stops are left. */
function nearestNeighbour(m: Model): number | null {
  const w = createWalk(m.size)
  const done = new Uint8Array(m.size)
  let left = m.size - m.depots
  let total = 0
  for (let v = 0; v < m.vehicles && left > 0; v++) {
    const cost = m.cost[m.classOf[v]!]!
    const home = m.home[v]!
    let free = m.shiftFrom[v]!
    for (let trip = 0; trip < m.maxTrips[v]! && left > 0; trip++) {
      const load = new Int32Array(m.measures)
      const trips: number[] = []
      let at = home
      for (;;) {
        let best = -1
        for (let c = m.depots; c < m.size; c++) {
          if (
            done[c] ||
            (best >= 0 && cost[at * m.size + c]! >= cost[at * m.size + best]!) ||
            !fits(m, w, v, free, load, trips, c)
          )
            continue
          best = c
        }
        if (best < 0) break
        done[best] = 1
        left--
        trips.push(best)
        for (let d = 0; d < m.measures; d++) load[d]! += m.demand[best * m.measures + d]!
        total += cost[at * m.size + best]!
        at = best
      }
      if (trips.length === 0) break
      total += cost[at * m.size + home]!
      fits(m, w, v, free, load, trips, -1)
      free = w.returns + m.reload[v]!
    }
  }
  return left === 0 ? total / m.scale : null
}

function fits(
  m: Model,
  w: ReturnType<typeof createWalk>,
  v: number,
  free: number,
  load: Int32Array,
  trip: readonly number[],
  c: number,
): boolean {
  if (c >= 0) {
    for (let d = 0; d < m.measures; d++)
      if (load[d]! + m.demand[c * m.measures + d]! > m.capacity[v * m.measures + d]!) return false
    if (!m.allowed[c * m.vehicles + v] || startAt(m, c, free) < 0) return false
  }
  w.count = 0
  w.rested = true
  for (const node of c >= 0 ? [...trip, c] : trip) w.nodes[w.count++] = node
  return walk(m, w, v, free, -1)
}

/** Savings as the engine starts from them, without any search; only where neither windows nor a rich model apply. */
function savings(m: Model): number | null {
  const single = asSingle(m)
  if (!single || single.windows) return null
  const s = createRings(single)
  joinBySavings(s)
  createRecreate(s, createRandom(1), 0)(Infinity)
  return s.absentCount === 0 ? s.cost / m.scale : null
}
