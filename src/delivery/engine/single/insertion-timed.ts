import { createBlinks } from '../blinks'
import type { Random } from '../random'
import type { Scans } from './insertion'
import type { Windows } from './problem'
import type { Rings } from './state'

/** The scans for problems with windows: a place counts only where the stop and all that follow stay in time. */
export function createTimedScans(s: Rings, random: Random, { opens, closes, service }: Windows): Scans {
  const { next, prev, edge, early, late, route, room, near, width, longEdge, listed } = s
  const { size, cost, costTo, time, timeTo, demand } = s.problem
  const draw = createBlinks(random)
  const blink = Int32Array.of(draw())

  /** Tries the place between v and w, which are at the nodes `at` and `to`, where it costs x more. */
  const tryPlace = (c: number, v: number, at: number, w: number, to: number, x: number): void => {
    let t = early[v]! + service[at]! + timeTo[c * size + at]!
    if (t > closes[c]!) return
    if (t < opens[c]!) t = opens[c]!
    if (t + service[c]! + time[c * size + to]! > late[w]!) return
    if (--blink[0]! > 0) {
      s.placeCost = x
      s.place = v
    } else blink[0] = draw()
  }

  const tryAfter = (c: number, v: number, at: number, w: number): void => {
    const row = c * size
    const to = w >= size ? 0 : w
    const x = costTo[row + at]! + cost[row + to]! - edge[v]!
    if (x < s.placeCost) tryPlace(c, v, at, w, to, x)
  }

  return {
    routes: (c, count) => {
      const row = c * size
      for (let i = 0; i < count; i++) {
        const r = listed[i]!
        if (room[r]! < demand[c]!) continue
        const z = size + r
        let v = z
        let at = 0
        do {
          if (early[v]! + service[at]! + timeTo[row + at]! > closes[c]!) break
          const w = next[v]!
          tryAfter(c, v, at, w)
          v = w
          at = w
        } while (v !== z)
      }
    },
    near: (c) => {
      const row = c * size
      for (let k = c * width, end = k + width; k < end; k++) {
        const v = near[k]!
        const r = route[v]!
        if (r < 0 || room[r]! < demand[c]!) continue
        if (2 * costTo[row + v]! > s.placeCost + longEdge) break
        tryAfter(c, v, v, next[v]!)
        const u = prev[v]!
        tryAfter(c, u, u >= size ? 0 : u, v)
      }
    },
    ends: (c, count) => {
      for (let i = 0; i < count; i++) {
        const r = listed[i]!
        if (room[r]! < demand[c]!) continue
        const z = size + r
        tryAfter(c, z, 0, next[z]!)
        tryAfter(c, prev[z]!, prev[z]!, z)
      }
    },
    nearEnds: (c) => {
      for (let k = c * width, end = k + width; k < end; k++) {
        const v = near[k]!
        const w = next[v]!
        const u = prev[v]!
        if (w < size && u < size) continue
        const r = route[v]!
        if (r < 0 || room[r]! < demand[c]!) continue
        if (w >= size) tryAfter(c, v, v, w)
        if (u >= size) tryAfter(c, u, 0, v)
      }
    },
  }
}
