import { createBlinks } from '../blinks'
import type { Random } from '../random'
import type { Rings } from './state'

/** Looks for the cheapest place of a stop: `routes` scans the first `count` listed routes, `near` the neighbour list. */
export interface Scans {
  routes(c: number, count: number): void
  near(c: number): void
}

/** The scans for problems without windows. Both leave the place and its cost in the state. */
export function createScans(s: Rings, random: Random): Scans {
  const { next, prev, edge, route, room, near, width, longEdge, listed } = s
  const { size, cost, costTo, demand } = s.problem
  const symmetric = cost === costTo
  const draw = createBlinks(random)
  const blink = Int32Array.of(draw())

  const routes = (c: number, count: number): void => {
    const row = c * size
    const units = demand[c]!
    const home = cost[row]!
    const out = costTo[row]!
    let best = s.placeCost
    let place = -1
    let left = blink[0]!
    for (let i = 0; i < count; i++) {
      const r = listed[i]!
      if (room[r]! < units) continue
      const z = size + r
      let v = z
      let before = out
      for (let w = next[z]!; w !== z; w = next[w]!) {
        const ahead = cost[row + w]!
        const x = before + ahead - edge[v]!
        if (x < best) {
          if (--left > 0) {
            best = x
            place = v
          } else left = draw()
        }
        before = symmetric ? ahead : costTo[row + w]!
        v = w
      }
      const x = before + home - edge[v]!
      if (x < best) {
        if (--left > 0) {
          best = x
          place = v
        } else left = draw()
      }
    }
    blink[0] = left
    s.place = place
    s.placeCost = best
  }

  const scanNear = (c: number): void => {
    const row = c * size
    const units = demand[c]!
    const home = cost[row]!
    const out = costTo[row]!
    let best = s.placeCost
    let place = -1
    let left = blink[0]!
    let k = c * width
    const end = k + width
    for (; k < end; k++) {
      const v = near[k]!
      const r = route[v]!
      if (r < 0 || room[r]! < units) continue
      const ahead = cost[row + v]!
      const reach = symmetric ? ahead : costTo[row + v]!
      if (2 * reach > best + longEdge) break
      const w = next[v]!
      let x = reach + (w >= size ? home : cost[row + w]!) - edge[v]!
      if (x < best) {
        if (--left > 0) {
          best = x
          place = v
        } else left = draw()
      }
      const u = prev[v]!
      x = (u >= size ? out : costTo[row + u]!) + ahead - edge[u]!
      if (x < best) {
        if (--left > 0) {
          best = x
          place = u
        } else left = draw()
      }
    }
    // By the triangle inequality a place beside v costs at least twice the reach minus the edge it breaks, so far neighbours
    // cannot win once a good place is known; only the long edges from and to the depot are still tried beside them.
    for (; k < end; k++) {
      const v = near[k]!
      const w = next[v]!
      const u = prev[v]!
      if (w < size && u < size) continue
      const r = route[v]!
      if (r < 0 || room[r]! < units) continue
      if (w >= size) {
        const x = costTo[row + v]! + home - edge[v]!
        if (x < best) {
          if (--left > 0) {
            best = x
            place = v
          } else left = draw()
        }
      }
      if (u >= size) {
        const x = out + cost[row + v]! - edge[u]!
        if (x < best) {
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
