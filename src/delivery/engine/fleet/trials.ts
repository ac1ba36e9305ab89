import { walk } from '../walk'
import type { Chains } from './state'

/** Exact checks by walking whole trips, for what earliest and latest times alone cannot tell. */
export interface Trials {
  /**
   * Walks trip r with c after u. The return has to leave the later trips as they can be; with rests, or with time on board
   * and several windows (`careful`), those are walked too, because a later departure may then shift what was settled.
   */
  readonly fitsExactly: (c: number, r: number, u: number, careful: boolean) => boolean
  /** The trip (or the vehicle's sentinel) after which a trip to c alone fits on vehicle v, or -1. */
  readonly findGap: (c: number, v: number) => number
}

/** The trials of one state; `overlook` says now and then that a gap is not to be seen. */
export function createTrials(s: Chains, overlook: () => boolean): Trials {
  const { model: m, walk: w, next, nextTrip, prevTrip, vehicle, returns, restedAfter, departed, position, trips } = s
  const { nodes } = w
  const { size, shiftFrom, shiftTo, reload } = m

  /** Puts the nodes of a trip on the walk's table. */
  const spread = (r: number): void => {
    const z = size + r
    w.count = 0
    for (let u = next[z]!; u !== z; u = next[u]!) nodes[w.count++] = u
  }

  /** After the trip on the walk's table: whether the trips from `r` on still work, where times alone do not settle it. */
  const laterTripsHold = (r: number, v: number): boolean => {
    if (m.restSeconds[v] === 0 && !(m.holds && m.severalWindows)) return true
    for (let later = r; later < trips; later = nextTrip[later]!) {
      const from = w.returns + reload[v]!
      spread(later)
      if (!walk(m, w, v, from, departed[later]!)) return false
    }
    return true
  }

  return {
    fitsExactly: (c, r, u, careful) => {
      const v = vehicle[r]!
      spread(r)
      const at = u >= size ? 0 : position[u]!
      for (let i = w.count++; i > at; i--) nodes[i] = nodes[i - 1]!
      nodes[at] = c
      const before = prevTrip[r]!
      const free = before >= trips ? shiftFrom[v]! : returns[before]! + reload[v]!
      w.rested = before < trips && restedAfter[before] === 1
      if (!walk(m, w, v, free, departed[r]!)) return false
      if (w.returns > s.late[size + r]!) return false
      return !careful || laterTripsHold(nextTrip[r]!, v)
    },
    findGap: (c, v) => {
      const ring = trips + v
      let after = ring
      for (;;) {
        const before = nextTrip[after]!
        if (before >= s.frozenTrips && !overlook()) {
          const free = after === ring ? shiftFrom[v]! : returns[after]! + reload[v]!
          const until = before === ring ? shiftTo[v]! : s.latestDeparture[before]! - reload[v]!
          nodes[0] = c
          w.count = 1
          w.rested = after !== ring && restedAfter[after] === 1
          if (free <= until && walk(m, w, v, free, -1) && w.returns <= until && laterTripsHold(before, v)) return after
        }
        if (before === ring) return -1
        after = before
      }
    },
  }
}
