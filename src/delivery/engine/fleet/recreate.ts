import { startAt, walk } from '../walk'
import { BLINK, type Random } from '../random'
import { type Chains, openTrip, settleAround } from './state'

const NOWHERE = -1
const NEW_TRIP = -2

/** Puts absent stops back one by one where they cost least; stops early and returns false once the cost passes `limit`. */
export function recreate(s: Chains, random: Random, limit: number): boolean {
  const { absent } = s
  const { penalty } = s.model
  let left = 0
  let missing = 0
  for (let i = 0; i < s.absentCount; i++) {
    const c = absent[i]!
    findPlace(s, random, c)
    if (s.place === NOWHERE) {
      absent[left++] = c
      missing += penalty[c]!
    } else insert(s, c)
    if (s.cost + missing > limit) return false
  }
  s.absentCount = left
  return true
}

/** The cheapest place for c below its penalty: beside a near neighbour, next to a depot, or on a new trip. */
export function findPlace(s: Chains, random: Random, c: number): void {
  const { near, width, next, prev, trip, longEdge, model } = s
  const { size, cost } = model
  const row = cost[0]!
  s.place = NOWHERE
  s.placeCost = model.penalty[c]!
  let k = c * width
  const end = k + width
  for (; k < end; k++) {
    const v = near[k]!
    const r = trip[v]!
    if (2 * row[c * size + v]! > s.placeCost + longEdge) break
    if (r < 0) continue
    tryPlace(s, random, c, r, v, next[v]!)
    tryPlace(s, random, c, r, prev[v]!, v)
  }
  for (; k < end; k++) {
    const v = near[k]!
    const r = trip[v]!
    if (r < 0) continue
    if (next[v]! >= size) tryPlace(s, random, c, r, v, next[v]!)
    if (prev[v]! >= size) tryPlace(s, random, c, r, prev[v]!, v)
  }
  tryNewTrips(s, random, c)
}

function tryPlace(s: Chains, random: Random, c: number, r: number, u: number, w: number): void {
  const m = s.model
  const { size } = m
  const v = s.vehicle[r]!
  const k = m.classOf[v]!
  const home = m.home[v]!
  const at = u >= size ? home : u
  const to = w >= size ? home : w
  const cost = m.cost[k]!
  let x = cost[at * size + c]! + cost[c * size + to]! - s.edge[u]!
  if (x >= s.placeCost) return
  if (!hasRoom(s, c, r)) return
  if (m.allowed[c * m.vehicles + v] === 0 || s.closed[r] === 1 || (w < size && m.fixed[w] === 1)) return
  const time = m.time[k]!
  const arrive = s.early[u]! + (u >= size ? 0 : m.service[u]!) + time[at * size + c]!
  const start = startAt(m, c, arrive)
  if (start < 0 || start + m.service[c]! + time[c * size + to]! > s.late[w]!) return
  if (m.balance > 0)
    x += balanceChange(s, v, time[at * size + c]! + m.service[c]! + time[c * size + to]! - time[at * size + to]!)
  if (x >= s.placeCost || random.bits() < BLINK) return
  const delicate = s.delicate[r] === 1 || m.hold[c]! >= 0
  if ((delicate || m.ready[c]! > s.early[size + r]!) && !fitsExactly(s, c, r, u, delicate)) return
  s.placeCost = x
  s.place = u
}

function hasRoom(s: Chains, c: number, r: number): boolean {
  const { measures, capacity, demand } = s.model
  const v = s.vehicle[r]!
  for (let d = 0; d < measures; d++) {
    if (s.load[r * measures + d]! + demand[c * measures + d]! > capacity[v * measures + d]!) return false
  }
  return true
}

const balanceChange = (s: Chains, v: number, seconds: number): number =>
  s.model.balance * seconds * (2 * s.work[v]! + seconds)

/**
 * Walks trip r with c after u. The return has to leave the later trips as they can be; with rests, or with time on board
 * and several windows, those are walked too, because a later departure may then shift what was settled.
 */
function fitsExactly(s: Chains, c: number, r: number, u: number, delicate: boolean): boolean {
  const { model: m, walk: w, nextTrip } = s
  const v = s.vehicle[r]!
  load(s, r)
  let at = u >= m.size ? 0 : s.position[u]!
  for (let i = w.count++; i > at; i--) w.nodes[i] = w.nodes[i - 1]!
  w.nodes[at] = c
  const before = s.prevTrip[r]!
  const free = before >= s.trips ? m.shiftFrom[v]! : s.returns[before]! + m.reload[v]!
  w.rested = before < s.trips && s.restedAfter[before] === 1
  if (!walk(m, w, v, free, s.departed[r]!)) return false
  if (w.returns > s.late[m.size + r]!) return false
  return !delicate || laterTripsHold(s, nextTrip[r]!, v)
}

/** Puts the nodes of a trip on the walk's table. */
function load(s: Chains, r: number): void {
  const { walk: w, next } = s
  const z = s.model.size + r
  w.count = 0
  for (let u = next[z]!; u !== z; u = next[u]!) w.nodes[w.count++] = u
}

/** A trip of its own for c, in the first gap where it fits, of the vehicle where it costs least. */
function tryNewTrips(s: Chains, random: Random, c: number): void {
  const m = s.model
  let lastEmptyKind = -1
  for (let v = 0; v < m.vehicles; v++) {
    const trips = s.tripCount[v]!
    if (trips === 0) {
      // One empty vehicle of a kind stands for all of them.
      if (m.kind[v] === lastEmptyKind) continue
      lastEmptyKind = m.kind[v]!
    }
    if (trips >= m.maxTrips[v]! + m.frozen[v]!.length || m.allowed[c * m.vehicles + v] === 0) continue
    const cost = m.cost[m.classOf[v]!]!
    const home = m.home[v]!
    let x = cost[home * m.size + c]! + cost[c * m.size + home]! + (trips === 0 ? m.perUse[v]! : 0)
    if (x >= s.placeCost) continue
    const time = m.time[m.classOf[v]!]!
    if (m.balance > 0) x += balanceChange(s, v, time[home * m.size + c]! + m.service[c]! + time[c * m.size + home]!)
    if (x >= s.placeCost || !fitsEmpty(s, c, v)) continue
    const after = findGap(s, random, c, v)
    if (after < 0) continue
    s.place = NEW_TRIP - after
    s.placeCost = x
    s.placeVehicle = v
  }
}

function fitsEmpty(s: Chains, c: number, v: number): boolean {
  const { measures, capacity, demand } = s.model
  for (let d = 0; d < measures; d++) if (demand[c * measures + d]! > capacity[v * measures + d]!) return false
  return true
}

/** The trip (or the vehicle's sentinel) after which a trip to c alone fits, or -1. */
function findGap(s: Chains, random: Random, c: number, v: number): number {
  const { model: m, walk: w, nextTrip } = s
  const ring = s.trips + v
  let after = ring
  for (;;) {
    const before = nextTrip[after]!
    const frozen = before < s.frozenTrips
    if (!frozen && random.bits() >= BLINK) {
      const free = after === ring ? m.shiftFrom[v]! : s.returns[after]! + m.reload[v]!
      const until = before === ring ? m.shiftTo[v]! : s.latestDeparture[before]! - m.reload[v]!
      w.nodes[0] = c
      w.count = 1
      w.rested = after !== ring && s.restedAfter[after] === 1
      if (free <= until && walk(m, w, v, free, -1) && w.returns <= until && laterTripsHold(s, before, v)) return after
    }
    if (before === ring) return -1
    after = before
  }
}

/** After the trip on the walk's table: whether the trips from `r` on still work, where that is not settled by times alone. */
function laterTripsHold(s: Chains, r: number, v: number): boolean {
  const { model: m, walk: w, nextTrip } = s
  if (m.restSeconds[v] === 0 && !(m.holds && m.severalWindows)) return true
  for (let later = r; later < s.trips; later = nextTrip[later]!) {
    const from = w.returns + m.reload[v]!
    load(s, later)
    if (!walk(m, w, v, from, s.departed[later]!)) return false
  }
  return true
}

/** Links stop c in at the place found. */
export function insert(s: Chains, c: number): void {
  const { next, prev, trip, model } = s
  const { measures, demand, size } = model
  let u = s.place
  if (u <= NEW_TRIP) {
    const r = s.vehicle.indexOf(-1)
    openTrip(s, r, s.placeVehicle, NEW_TRIP - u)
    u = size + r
  }
  const r = trip[u]!
  const v = s.vehicle[r]!
  const w = next[u]!
  next[u] = c
  prev[c] = u
  next[c] = w
  prev[w] = c
  trip[c] = r
  for (let d = 0; d < measures; d++) s.load[r * measures + d]! += demand[c * measures + d]!
  const cost = model.cost[model.classOf[v]!]!
  const at = u >= size ? model.home[v]! : u
  const to = w >= size ? model.home[v]! : w
  s.cost += cost[at * size + c]! + cost[c * size + to]! - (u === w ? 0 : s.edge[u]!)
  settleAround(s, r)
}
