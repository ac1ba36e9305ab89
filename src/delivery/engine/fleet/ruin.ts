import type { Random } from '../random'
import { createStrings, type RuinSizes, type Strings } from '../strings'
import { closeTrip } from './lay'
import { createSettler } from './settle'
import type { Chains } from './state'

/** How often whole trips go instead of strings. */
export interface FleetRuinSizes extends RuinSizes {
  readonly wholeTrips: number
}

/**
 * Takes strings of stops out of trips near a random stop; some of the time whole trips, with those before or after them
 * on the same vehicle: only then can a vehicle's day be cut into trips anew.
 */
export function createFleetRuin(s: Chains, random: Random, sizes: FleetRuinSizes): () => void {
  const touchedTrip = new Int32Array(s.trips)
  const touchedVehicle = new Int32Array(s.model.vehicles)
  const { depots, size } = s.model
  const pieces = createStrings(random, sizes.average)
  const { settle } = createSettler(s)
  let stamp = 0

  const strings = (seed: number): void => {
    let used = 0
    let served = 0
    for (let r = 0; r < s.trips; r++) {
      if (s.vehicle[r]! < 0) continue
      used++
      served += s.count[r]!
    }
    if (used === 0) return
    const cap = Math.min(sizes.longest, Math.max(1, served / used))
    const wanted = pieces.count(cap)
    let done = 0
    for (let k = -1; k < s.ruinWidth && done < wanted; k++) {
      const c = k < 0 ? seed : s.ruinNear[seed * s.ruinWidth + k]!
      const r = s.trip[c]!
      if (r < 0 || touchedTrip[r] === stamp) continue
      touchedTrip[r] = stamp
      done++
      touchedVehicle[s.vehicle[r]!] = stamp
      removeString(s, pieces, c, r, cap)
    }
  }

  const trips = (seed: number): void => {
    const wanted = sizes.average * (0.5 + 1.5 * random.unit())
    let gone = 0
    for (let k = -1; k < s.ruinWidth && gone < wanted; k++) {
      const c = k < 0 ? seed : s.ruinNear[seed * s.ruinWidth + k]!
      const r = s.trip[c]!
      if (r < 0) continue
      const v = s.vehicle[r]!
      const beside = random.unit() < 0.5 ? s.nextTrip[r]! : s.prevTrip[r]!
      touchedVehicle[v] = stamp
      gone += removeTrip(s, r)
      if (beside < s.trips && gone < wanted && random.unit() < 0.5) gone += removeTrip(s, beside)
    }
  }

  return () => {
    stamp++
    const seed = depots + random.below(size - depots)
    if (random.unit() < sizes.wholeTrips) trips(seed)
    else strings(seed)
    for (let v = 0; v < s.model.vehicles; v++) if (touchedVehicle[v] === stamp) settle(v)
  }
}

function removeString(s: Chains, strings: Strings, c: number, r: number, cap: number): void {
  const { next, prev, position } = s
  strings.draw(s.count[r]!, position[c]!, cap)
  const { start, span, sparedFrom, sparedTo } = strings
  let v = c
  for (let p = position[c]!; p > start; p--) v = prev[v]!
  for (let i = 0; i < span; i++) {
    const after = next[v]!
    if (i < sparedFrom || i >= sparedTo) remove(s, v, r)
    v = after
  }
}

/** Empties a trip as far as it is not frozen; returns how many stops went. */
function removeTrip(s: Chains, r: number): number {
  const before = s.absentCount
  const z = s.model.size + r
  for (let u = s.next[z]!; u !== z; ) {
    const after = s.next[u]!
    remove(s, u, r)
    u = after
  }
  return s.absentCount - before
}

function remove(s: Chains, c: number, r: number): void {
  const { next, prev, model } = s
  const { size, measures, demand } = model
  if (model.fixed[c]) return
  const k = model.classOf[s.vehicle[r]!]!
  const home = model.home[s.vehicle[r]!]!
  const u = prev[c]!
  const w = next[c]!
  const at = u >= size ? home : u
  const to = w >= size ? home : w
  const joined = u === w ? 0 : model.cost[k]![at * size + to]!
  s.cost += joined - s.edge[u]! - s.edge[c]!
  next[u] = w
  prev[w] = u
  s.edge[u] = joined
  s.trip[c] = -1
  s.count[r]!--
  for (let d = 0; d < measures; d++) s.load[r * measures + d]! -= demand[c * measures + d]!
  s.absent[s.absentCount++] = c
  if (u === w && r >= s.frozenTrips) closeTrip(s, r)
}
