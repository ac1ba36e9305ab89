import { createSettler } from './settle'
import type { Chains } from './state'

/** Trips of the vehicles of a model, as nodes; frozen trips included. */
export type Tours = readonly (readonly (readonly number[])[])[]

/** Links an empty trip slot into the chain of vehicle v after `after` (a trip, or the vehicle's own sentinel). */
export function openTrip(s: Chains, r: number, v: number, after: number): void {
  const { nextTrip, prevTrip, model } = s
  const before = nextTrip[after]!
  nextTrip[after] = r
  prevTrip[r] = after
  nextTrip[r] = before
  prevTrip[before] = r
  s.vehicle[r] = v
  if (s.tripCount[v]!++ === 0) s.cost += model.perUse[v]!
}

/** Takes an empty trip out of its vehicle's chain. */
export function closeTrip(s: Chains, r: number): void {
  const v = s.vehicle[r]!
  s.nextTrip[s.prevTrip[r]!] = s.nextTrip[r]!
  s.prevTrip[s.nextTrip[r]!] = s.prevTrip[r]!
  s.vehicle[r] = -1
  if (--s.tripCount[v]! === 0) s.cost -= s.model.perUse[v]!
}

/** Appends nodes to an opened trip; its vehicle has to be settled afterwards. */
function layTrip(s: Chains, r: number, nodes: readonly number[]): void {
  const { next, prev, model } = s
  const { size, measures } = model
  const cost = model.cost[model.classOf[s.vehicle[r]!]!]!
  const home = model.home[s.vehicle[r]!]!
  const z = size + r
  let v = prev[z]!
  let at = v >= size ? home : v
  s.cost -= cost[at * size + home]!
  for (const u of nodes) {
    next[v] = u
    prev[u] = v
    s.trip[u] = r
    s.cost += cost[at * size + u]!
    for (let d = 0; d < measures; d++) s.load[r * measures + d]! += model.demand[u * measures + d]!
    v = u
    at = u
  }
  next[v] = z
  prev[z] = v
  s.cost += cost[at * size + home]!
}

/** Opens what has begun, in the order of the vehicles: frozen trips have the first slots. */
export function layFrozen(s: Chains): void {
  const { settle } = createSettler(s)
  let r = 0
  s.model.frozen.forEach((list, v) => {
    for (const { nodes, departed, closed } of list) {
      s.departed[r] = departed
      s.closed[r] = closed ? 1 : 0
      openTrip(s, r, v, s.prevTrip[s.trips + v]!)
      layTrip(s, r, nodes)
      r++
    }
    settle(v)
  })
  listAbsent(s)
}

/** Lays given tours behind what is frozen; frozen trips come first in every vehicle's list and are only topped up. */
export function layTours(s: Chains, tours: Tours): void {
  const { settle } = createSettler(s)
  let frozen = 0
  let free = s.frozenTrips
  tours.forEach((trips, v) => {
    const begun = s.model.frozen[v]!.length
    trips.forEach((nodes, i) => {
      const added = nodes.filter((u) => !s.model.fixed[u])
      if (i < begun) layTrip(s, frozen + i, added)
      else if (nodes.length > 0) {
        openTrip(s, free, v, s.prevTrip[s.trips + v]!)
        layTrip(s, free++, nodes)
      }
    })
    frozen += begun
    settle(v)
  })
  listAbsent(s)
}

function listAbsent(s: Chains): void {
  s.absentCount = 0
  for (let u = s.model.depots; u < s.model.size; u++) if (s.trip[u]! < 0) s.absent[s.absentCount++] = u
}

/** Each vehicle's trips as nodes in visiting order. */
export function listTours(s: Chains): number[][][] {
  return Array.from({ length: s.model.vehicles }, (_, v) => {
    const ring = s.trips + v
    const trips: number[][] = []
    for (let r = s.nextTrip[ring]!; r !== ring; r = s.nextTrip[r]!) {
      const z = s.model.size + r
      const nodes: number[] = []
      for (let u = s.next[z]!; u !== z; u = s.next[u]!) nodes.push(u)
      trips.push(nodes)
    }
    return trips
  })
}
