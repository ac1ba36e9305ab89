import type { Model } from '../model'
import { nearest } from '../nearest'
import { createWalk, lastStart, type Walk, walk } from '../walk'

/** Nearest stops looked at when strings are removed, and when a stop is put back. */
const RUIN_NEIGHBOURS = 200
const INSERT_NEIGHBOURS = 100
/** An edge counts as long when it reaches past this neighbour. */
const LONG_EDGE_RANK = 15

/**
 * Trips as rings of linked nodes (trip r closes at the sentinel `size + r`), and vehicles as rings of linked trips
 * (vehicle v closes at the sentinel `trips + v`). All tables that change share one buffer, so undoing is one block copy.
 */
export interface Chains {
  readonly model: Model
  readonly trips: number
  readonly ruinNear: Int32Array
  readonly ruinWidth: number
  readonly near: Int32Array
  readonly width: number
  readonly longEdge: number
  readonly words: Int32Array
  readonly next: Int32Array
  readonly prev: Int32Array
  /** Trip of a node, or -1. */
  readonly trip: Int32Array
  readonly position: Int32Array
  readonly edge: Int32Array
  /** Start of service in the plan and the latest one; at a sentinel the departure and the latest return. */
  readonly early: Int32Array
  readonly late: Int32Array
  readonly count: Int32Array
  readonly load: Int32Array
  readonly returns: Int32Array
  readonly latestDeparture: Int32Array
  /** Vehicle of a trip, or -1 when the slot is free. */
  readonly vehicle: Int32Array
  readonly nextTrip: Int32Array
  readonly prevTrip: Int32Array
  readonly tripCount: Int32Array
  /** Seconds of driving and service per vehicle; kept only where balance is asked for. */
  readonly work: Int32Array
  /** 1 when a place in the trip needs a full walk: time on board or a rest. */
  readonly delicate: Int32Array
  readonly restedAfter: Int32Array
  /** Per slot, never changed: the departure of a trip on its way (-1 none) and whether it takes no more stops. */
  readonly departed: Int32Array
  readonly closed: Uint8Array
  readonly frozenTrips: number
  readonly walk: Walk
  readonly absent: Int32Array
  absentCount: number
  /** Edges and vehicles in use; without penalties and balance. */
  cost: number
  /** False once a step has broken a chain: on roads without the triangle inequality, removing a stop can make the rest late. */
  sound: boolean
  /** Where the last search ended: the node to insert after, -1 for nowhere, or -2 minus the trip to open a new one after. */
  place: number
  placeCost: number
  placeVehicle: number
}

/** A state with frozen trips in place and every other stop absent. */
export function createChains(model: Model): Chains {
  const { size, depots, vehicles, measures } = model
  const stops = size - depots
  const frozenTrips = model.frozen.reduce((sum, list) => sum + list.length, 0)
  const trips = Math.max(
    1,
    frozenTrips +
      Math.min(
        stops,
        model.maxTrips.reduce((sum, most) => sum + Math.min(most, stops), 0),
      ),
  )
  const nodes = size + trips
  const rings = trips + vehicles
  const words = new Int32Array(nodes * 7 + trips * (7 + measures) + rings * 2 + vehicles * 2)
  let used = 0
  const take = (length: number) => words.subarray(used, (used += length))
  const cost = model.cost[0]!
  const both = (i: number, j: number) => cost[i * size + j]! + cost[j * size + i]!
  const ruinWidth = Math.max(0, Math.min(stops - 1, RUIN_NEIGHBOURS))
  const width = Math.max(0, Math.min(stops - 1, INSERT_NEIGHBOURS))
  const near = nearest(depots, size, width, both)
  const rank = Math.min(width, LONG_EDGE_RANK) - 1
  let longEdge = 0
  for (let c = depots; c < size && rank >= 0; c++) longEdge += cost[c * size + near[c * width + rank]!]! / stops
  const s: Chains = {
    model,
    trips,
    width,
    near,
    ruinWidth,
    longEdge,
    words,
    ruinNear: nearest(depots, size, ruinWidth, both),
    next: take(nodes),
    prev: take(nodes),
    trip: take(nodes),
    position: take(nodes),
    edge: take(nodes),
    early: take(nodes),
    late: take(nodes),
    count: take(trips),
    returns: take(trips),
    latestDeparture: take(trips),
    vehicle: take(trips),
    delicate: take(trips),
    restedAfter: take(trips),
    load: take(trips * measures),
    nextTrip: take(rings),
    prevTrip: take(rings),
    tripCount: take(vehicles),
    work: take(vehicles),
    departed: new Int32Array(trips).fill(-1),
    closed: new Uint8Array(trips),
    frozenTrips,
    walk: createWalk(size),
    absent: new Int32Array(stops),
    absentCount: 0,
    cost: 0,
    sound: true,
    place: -1,
    placeCost: 0,
    placeVehicle: -1,
  }
  s.trip.fill(-1)
  s.vehicle.fill(-1)
  for (let r = 0; r < trips; r++) s.next[size + r] = s.prev[size + r] = size + r
  for (let r = 0; r < trips; r++) s.trip[size + r] = r
  for (let v = 0; v < vehicles; v++) s.nextTrip[trips + v] = s.prevTrip[trips + v] = trips + v
  layFrozen(s)
  for (let u = depots; u < size; u++) if (s.trip[u]! < 0) s.absent[s.absentCount++] = u
  return s
}

function layFrozen(s: Chains): void {
  let r = 0
  s.model.frozen.forEach((list, v) => {
    for (const { nodes, departed, closed } of list) {
      s.departed[r] = departed
      s.closed[r] = closed ? 1 : 0
      openTrip(s, r, v, s.prevTrip[s.trips + v]!)
      layTrip(s, r, nodes)
      r++
    }
    settle(s, v)
  })
}

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

export function closeTrip(s: Chains, r: number): void {
  const v = s.vehicle[r]!
  s.nextTrip[s.prevTrip[r]!] = s.nextTrip[r]!
  s.prevTrip[s.nextTrip[r]!] = s.prevTrip[r]!
  s.vehicle[r] = -1
  if (--s.tripCount[v]! === 0) s.cost -= s.model.perUse[v]!
}

/** Appends nodes to an opened trip; call `settle` for its vehicle afterwards. */
export function layTrip(s: Chains, r: number, nodes: readonly number[]): void {
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

/** Recomputes times, positions and slack of all trips of one vehicle, and whether they are still possible. */
export function settle(s: Chains, v: number): void {
  const ring = s.trips + v
  for (let r = s.nextTrip[ring]!, free = s.model.shiftFrom[v]!; r !== ring; r = s.nextTrip[r]!)
    free = settleTrip(s, r, v, free)
  for (let r = s.prevTrip[ring]!, t = s.model.shiftTo[v]!; r !== ring; r = s.prevTrip[r]!)
    t = settleBackwards(s, r, v, t)
  if (s.model.balance > 0) weigh(s, v)
}

/** The same after a change in trip r alone: later and earlier trips only as far as it reaches. */
export function settleAround(s: Chains, r: number): void {
  const { model: m, nextTrip, prevTrip } = s
  const v = s.vehicle[r]!
  const ring = s.trips + v
  const before = prevTrip[r]!
  let free = settleTrip(s, r, v, before === ring ? m.shiftFrom[v]! : s.returns[before]! + m.reload[v]!)
  for (let later = nextTrip[r]!; later !== ring; later = nextTrip[later]!) {
    const [departs, returns, rested] = [s.early[m.size + later]!, s.returns[later]!, s.restedAfter[later]!]
    free = settleTrip(s, later, v, free)
    if (departs === s.early[m.size + later] && returns === s.returns[later] && rested === s.restedAfter[later]) break
  }
  const after = nextTrip[r]!
  let t = settleBackwards(s, r, v, after === ring ? m.shiftTo[v]! : s.latestDeparture[after]! - m.reload[v]!)
  for (let earlier = before; earlier !== ring; earlier = prevTrip[earlier]!) {
    const latest = s.latestDeparture[earlier]!
    t = settleBackwards(s, earlier, v, t)
    if (latest === s.latestDeparture[earlier]) break
  }
  if (m.balance > 0) weigh(s, v)
}

/** Walks trip r of vehicle v, which is free to leave at `free`; returns when it is free again. */
function settleTrip(s: Chains, r: number, v: number, free: number): number {
  const { model, next, walk: w } = s
  const { size, hold } = model
  const cost = model.cost[model.classOf[v]!]!
  const home = model.home[v]!
  const z = size + r
  let at = home
  let from = z
  let delicate = model.restSeconds[v]! > 0 || (model.holds && model.severalWindows) ? 1 : 0
  w.count = 0
  for (let u = next[z]!; u !== z; u = next[u]!) {
    w.nodes[w.count++] = u
    s.position[u] = w.count
    s.edge[from] = cost[at * size + u]!
    if (hold[u]! >= 0) delicate = 1
    from = u
    at = u
  }
  s.edge[from] = cost[at * size + home]!
  s.count[r] = w.count
  s.delicate[r] = delicate
  const before = s.prevTrip[r]!
  w.rested = before < s.trips && s.restedAfter[before] === 1
  if (!walk(model, w, v, free, s.departed[r]!)) s.sound = false
  s.restedAfter[r] = w.rested ? 1 : 0
  s.early[z] = w.departs
  for (let i = 0; i < w.count; i++) s.early[w.nodes[i]!] = w.starts[i]!
  s.returns[r] = w.returns
  return w.returns + model.reload[v]!
}

/** Latest starts of trip r when it has to be back at t; returns when the trip before it has to be back. */
function settleBackwards(s: Chains, r: number, v: number, t: number): number {
  const { model, prev, late } = s
  const { size, service } = model
  const time = model.time[model.classOf[v]!]!
  const home = model.home[v]!
  const z = size + r
  late[z] = t
  let at = home
  for (let u = prev[z]!; u !== z; u = prev[u]!) {
    t = lastStart(model, u, t - service[u]! - time[u * size + at]!)
    late[u] = t
    at = u
  }
  t -= time[home * size + at]!
  s.latestDeparture[r] = t
  return t - model.reload[v]!
}

function weigh(s: Chains, v: number): void {
  const { size, service, classOf, home } = s.model
  const time = s.model.time[classOf[v]!]!
  let work = 0
  for (let r = s.nextTrip[s.trips + v]!; r < s.trips; r = s.nextTrip[r]!) {
    let at = home[v]!
    for (let u = s.next[size + r]!; u < size; u = s.next[u]!) {
      work += time[at * size + u]! + service[u]!
      at = u
    }
    work += time[at * size + home[v]!]!
  }
  s.work[v] = work
}
