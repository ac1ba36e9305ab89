import { lastStart, walk } from '../walk'
import type { Chains } from './state'

/** Keeps times, positions, slack and work of vehicles up to date, and `sound` false once a constraint breaks. */
export interface Settler {
  /** All trips of one vehicle. */
  readonly settle: (v: number) => void
  /** The same after a change in trip r alone: later and earlier trips only as far as it reaches. */
  readonly settleAround: (r: number) => void
}

/** The settler of one state. */
export function createSettler(s: Chains): Settler {
  const { model: m, walk: w, next, prev, early, late, position, edge, returns, nextTrip, prevTrip, restedAfter } = s
  const { latestDeparture, count, delicate, departed, vehicle, trips } = s
  const { size, hold, service, shiftFrom, shiftTo, reload, home, classOf, restSeconds } = m
  const { nodes, starts } = w
  const severalHolds = m.holds && m.severalWindows

  /** Walks trip r of vehicle v, which is free to leave at `free`; returns when it is free again. */
  const settleTrip = (r: number, v: number, free: number): number => {
    const cost = m.cost[classOf[v]!]!
    const z = size + r
    let at = home[v]!
    let from = z
    let careful = restSeconds[v]! > 0 || severalHolds ? 1 : 0
    let stops = 0
    for (let u = next[z]!; u !== z; u = next[u]!) {
      nodes[stops++] = u
      position[u] = stops
      edge[from] = cost[at * size + u]!
      if (hold[u]! >= 0) careful = 1
      from = u
      at = u
    }
    edge[from] = cost[at * size + home[v]!]!
    w.count = stops
    count[r] = stops
    delicate[r] = careful
    const before = prevTrip[r]!
    w.rested = before < trips && restedAfter[before] === 1
    if (!walk(m, w, v, free, departed[r]!)) s.sound = false
    restedAfter[r] = w.rested ? 1 : 0
    early[z] = w.departs
    for (let i = 0; i < stops; i++) early[nodes[i]!] = starts[i]!
    returns[r] = w.returns
    return w.returns + reload[v]!
  }

  /** Latest starts of trip r when it has to be back at t; returns when the trip before it has to be back. */
  const settleBackwards = (r: number, v: number, t: number): number => {
    const time = m.time[classOf[v]!]!
    const z = size + r
    late[z] = t
    let at = home[v]!
    for (let u = prev[z]!; u !== z; u = prev[u]!) {
      t = lastStart(m, u, t - service[u]! - time[u * size + at]!)
      late[u] = t
      at = u
    }
    t -= time[home[v]! * size + at]!
    latestDeparture[r] = t
    return t - reload[v]!
  }

  const weigh = (v: number): void => {
    const time = m.time[classOf[v]!]!
    let work = 0
    for (let r = nextTrip[trips + v]!; r < trips; r = nextTrip[r]!) {
      let at = home[v]!
      for (let u = next[size + r]!; u < size; u = next[u]!) {
        work += time[at * size + u]! + service[u]!
        at = u
      }
      work += time[at * size + home[v]!]!
    }
    s.work[v] = work
  }

  return {
    settle: (v) => {
      const ring = trips + v
      for (let r = nextTrip[ring]!, free = shiftFrom[v]!; r !== ring; r = nextTrip[r]!) free = settleTrip(r, v, free)
      for (let r = prevTrip[ring]!, t = shiftTo[v]!; r !== ring; r = prevTrip[r]!) t = settleBackwards(r, v, t)
      if (m.balance > 0) weigh(v)
    },
    settleAround: (r) => {
      const v = vehicle[r]!
      const ring = trips + v
      const before = prevTrip[r]!
      let free = settleTrip(r, v, before === ring ? shiftFrom[v]! : returns[before]! + reload[v]!)
      for (let later = nextTrip[r]!; later !== ring; later = nextTrip[later]!) {
        const [departs, back, rested] = [early[size + later]!, returns[later]!, restedAfter[later]!]
        free = settleTrip(later, v, free)
        if (departs === early[size + later] && back === returns[later] && rested === restedAfter[later]) break
      }
      const after = nextTrip[r]!
      let t = settleBackwards(r, v, after === ring ? shiftTo[v]! : latestDeparture[after]! - reload[v]!)
      for (let earlier = before; earlier !== ring; earlier = prevTrip[earlier]!) {
        const latest = latestDeparture[earlier]!
        t = settleBackwards(earlier, v, t)
        if (latest === latestDeparture[earlier]) break
      }
      if (m.balance > 0) weigh(v)
    },
  }
}
