import type { Model } from '../model'
import { startAt } from '../walk'
import type { Chains } from './state'
import { createTrials } from './trials'

/** Looks for the cheapest place of stop c below its penalty and leaves it in the state: beside a near neighbour, next to a depot, or on a new trip. */
export function createPlaces(s: Chains, overlook: () => boolean): (c: number) => void {
  const { near, width, next, prev, trip, longEdge, vehicle, edge, early, late, delicate, closed, load, model: m } = s
  const { size, vehicles, classOf, home, service, hold, ready, allowed, fixed, measures, capacity, demand } = m
  const { fitsExactly, findGap } = createTrials(s, overlook)
  // Most fleets have one speed and price: then no table has to be looked up per vehicle.
  const [firstCost, firstTime] = [m.cost[0]!, m.time[0]!]
  const uniform = m.cost.length === 1
  const { severalWindows, opens, closes } = m
  const plain = !severalWindows && m.frozen.every((list) => list.length === 0)

  const hasRoom = (c: number, r: number, v: number): boolean => {
    for (let d = 0; d < measures; d++) {
      if (load[r * measures + d]! + demand[c * measures + d]! > capacity[v * measures + d]!) return false
    }
    return true
  }

  /** Trip r between u and w, where only looking closer can tell. */
  const lookCloser = (
    c: number,
    r: number,
    v: number,
    u: number,
    at: number,
    w: number,
    to: number,
    x: number,
  ): void => {
    if (allowed[c * vehicles + v] === 0 || closed[r] === 1 || (w < size && fixed[w] === 1)) return
    const time = uniform ? firstTime : m.time[classOf[v]!]!
    const arrive = early[u]! + (u >= size ? 0 : service[u]!) + time[at * size + c]!
    let start = arrive
    if (plain) {
      if (arrive > closes[c]!) return
      if (arrive < opens[c]!) start = opens[c]!
    } else {
      start = startAt(m, c, arrive)
      if (start < 0) return
    }
    if (start + service[c]! + time[c * size + to]! > late[w]! || !hasRoom(c, r, v)) return
    if (m.balance > 0)
      x += balanceChange(s, v, time[at * size + c]! + service[c]! + time[c * size + to]! - time[at * size + to]!)
    if (x >= s.placeCost || overlook()) return
    const careful = delicate[r] === 1 || hold[c]! >= 0
    if ((careful || ready[c]! > early[size + r]!) && !fitsExactly(c, r, u, careful)) return
    s.placeCost = x
    s.place = u
  }

  const tryPlace = (c: number, r: number, u: number, w: number): void => {
    const v = vehicle[r]!
    const cost = uniform ? firstCost : m.cost[classOf[v]!]!
    const at = u >= size ? home[v]! : u
    const to = w >= size ? home[v]! : w
    const x = cost[at * size + c]! + cost[c * size + to]! - edge[u]!
    if (x < s.placeCost) lookCloser(c, r, v, u, at, w, to, x)
  }

  const tryNewTrips = (c: number): void => {
    let lastEmptyKind = -1
    for (let v = 0; v < vehicles; v++) {
      const trips = s.tripCount[v]!
      if (trips === 0) {
        // One empty vehicle of a kind stands for all of them.
        if (m.kind[v] === lastEmptyKind) continue
        lastEmptyKind = m.kind[v]!
      }
      if (trips >= m.maxTrips[v]! + m.frozen[v]!.length || allowed[c * vehicles + v] === 0) continue
      const cost = m.cost[classOf[v]!]!
      const depot = home[v]!
      let x = cost[depot * size + c]! + cost[c * size + depot]! + (trips === 0 ? m.perUse[v]! : 0)
      if (x >= s.placeCost) continue
      const time = m.time[classOf[v]!]!
      if (m.balance > 0) x += balanceChange(s, v, time[depot * size + c]! + service[c]! + time[c * size + depot]!)
      if (x >= s.placeCost || !fitsEmpty(m, c, v)) continue
      const after = findGap(c, v)
      if (after < 0) continue
      s.place = NEW_TRIP - after
      s.placeCost = x
      s.placeVehicle = v
    }
  }

  return (c) => {
    s.place = NOWHERE
    s.placeCost = m.penalty[c]!
    let k = c * width
    const end = k + width
    for (; k < end; k++) {
      const v = near[k]!
      const r = trip[v]!
      if (2 * firstCost[c * size + v]! > s.placeCost + longEdge) break
      if (r < 0) continue
      tryPlace(c, r, v, next[v]!)
      tryPlace(c, r, prev[v]!, v)
    }
    for (; k < end; k++) {
      const v = near[k]!
      const [w, u] = [next[v]!, prev[v]!]
      if (w < size && u < size) continue
      const r = trip[v]!
      if (r < 0) continue
      if (w >= size) tryPlace(c, r, v, w)
      if (u >= size) tryPlace(c, r, u, v)
    }
    tryNewTrips(c)
  }
}

/** Values of `place`: none was found, or (this minus the trip before it) a new trip. */
export const NOWHERE = -1
export const NEW_TRIP = -2

const balanceChange = (s: Chains, v: number, seconds: number): number =>
  s.model.balance * seconds * (2 * s.work[v]! + seconds)

function fitsEmpty({ measures, capacity, demand }: Model, c: number, v: number): boolean {
  for (let d = 0; d < measures; d++) if (demand[c * measures + d]! > capacity[v * measures + d]!) return false
  return true
}
