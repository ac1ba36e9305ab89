import { openTrip } from './lay'
import { createPlaces, NEW_TRIP, NOWHERE } from './places'
import { createSettler } from './settle'
import type { Chains } from './state'

/**
 * Puts absent stops back one by one where they cost least; the function stops early and returns false once the cost passes
 * its limit. `overlook` says now and then that a place is not to be seen.
 */
export function createRecreate(s: Chains, overlook: () => boolean): (limit: number) => boolean {
  const { absent, next, prev, trip, vehicle, load, edge, model } = s
  const { measures, demand, size, penalty, classOf, home } = model
  const findPlace = createPlaces(s, overlook)
  const { settleAround } = createSettler(s)

  /** Links stop c in at the place found. */
  const insert = (c: number): void => {
    let u = s.place
    if (u <= NEW_TRIP) {
      const r = vehicle.indexOf(-1)
      openTrip(s, r, s.placeVehicle, NEW_TRIP - u)
      u = size + r
    }
    const r = trip[u]!
    const v = vehicle[r]!
    const w = next[u]!
    next[u] = c
    prev[c] = u
    next[c] = w
    prev[w] = c
    trip[c] = r
    for (let d = 0; d < measures; d++) load[r * measures + d]! += demand[c * measures + d]!
    const cost = model.cost[classOf[v]!]!
    const at = u >= size ? home[v]! : u
    const to = w >= size ? home[v]! : w
    s.cost += cost[at * size + c]! + cost[c * size + to]! - (u === w ? 0 : edge[u]!)
    settleAround(r)
  }

  return (limit) => {
    let left = 0
    let missing = 0
    for (let i = 0; i < s.absentCount; i++) {
      const c = absent[i]!
      findPlace(c)
      if (s.place === NOWHERE) {
        absent[left++] = c
        missing += penalty[c]!
      } else insert(c)
      if (s.cost + missing > limit) return false
    }
    s.absentCount = left
    return true
  }
}
