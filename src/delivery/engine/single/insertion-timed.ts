import { createBlinks } from '../blinks'
import type { Random } from '../random'
import type { Scans } from './insertion'
import type { Windows } from './problem'
import type { Rings } from './state'

/** The scans for problems with windows: a place counts only where the stop and all that follow stay in time. */
export function createTimedScans(s: Rings, random: Random, windows: Windows): Scans {
  const { next, prev, edge, early, late, route, room, near, width, longEdge, listed } = s
  const { size, cost, costTo, time, timeTo, demand } = s.problem
  const { opens, closes, service } = windows
  const draw = createBlinks(random)
  const blink = Int32Array.of(draw())

  const routes = (c: number, count: number): void => {
    const row = c * size
    const units = demand[c]!
    const open = opens[c]!
    const close = closes[c]!
    const stay = service[c]!
    let best = s.placeCost
    let place = -1
    let left = blink[0]!
    for (let i = 0; i < count; i++) {
      const r = listed[i]!
      if (room[r]! < units) continue
      const z = size + r
      let v = z
      let at = 0
      do {
        let t = early[v]! + service[at]! + timeTo[row + at]!
        if (t > close) break
        const w = next[v]!
        const to = w === z ? 0 : w
        const x = costTo[row + at]! + cost[row + to]! - edge[v]!
        if (x < best) {
          if (t < open) t = open
          if (t + stay + time[row + to]! <= late[w]!) {
            if (--left > 0) {
              best = x
              place = v
            } else left = draw()
          }
        }
        v = w
        at = w
      } while (v !== z)
    }
    blink[0] = left
    s.place = place
    s.placeCost = best
  }

  const scanNear = (c: number): void => {
    const row = c * size
    const units = demand[c]!
    const open = opens[c]!
    const close = closes[c]!
    const stay = service[c]!
    let best = s.placeCost
    let place = -1
    let left = blink[0]!
    for (let k = c * width, end = k + width; k < end; k++) {
      const v = near[k]!
      const r = route[v]!
      if (r < 0 || room[r]! < units) continue
      const w = next[v]!
      const u = prev[v]!
      const reach = costTo[row + v]!
      if (2 * reach > best + longEdge && w < size && u < size) continue
      const to = w >= size ? 0 : w
      let x = reach + cost[row + to]! - edge[v]!
      if (x < best) {
        let t = early[v]! + service[v]! + timeTo[row + v]!
        if (t < open) t = open
        if (t <= close && t + stay + time[row + to]! <= late[w]!) {
          if (--left > 0) {
            best = x
            place = v
          } else left = draw()
        }
      }
      const at = u >= size ? 0 : u
      x = costTo[row + at]! + cost[row + v]! - edge[u]!
      if (x < best) {
        let t = early[u]! + service[at]! + timeTo[row + at]!
        if (t < open) t = open
        if (t <= close && t + stay + time[row + v]! <= late[v]!) {
          if (--left > 0) {
            best = x
            place = u
          } else left = draw()
        }
      }
    }
    blink[0] = left
    s.place = place
    s.placeCost = best
  }
  return { routes, near: scanNear }
}
