import { createBlinks } from '../blinks'
import type { Random } from '../random'
import type { Rings } from './state'

/**
 * Ways to look for the cheapest place of stop c. Each begins with the place and cost in the state and leaves a better one there.
 * `routes` tries every place of the listed routes, `near` those beside the nearest stops, `ends` the first and last places of
 * the listed routes, `nearEnds` those that near stops have.
 */
export interface Scans {
  routes(c: number, count: number): void
  near(c: number): void
  ends(c: number, count: number): void
  nearEnds(c: number): void
}

/** Neighbours whose depot edges are tried. More of them fill every far route a little, and then no route can be saved. */
const NEAR_ENDS = 15

/** The scans for problems without windows. */
export function createScans(s: Rings, random: Random): Scans {
  const { next, prev, edge, route, room, near, width, longEdge, listed } = s
  const { size, cost, costTo, demand } = s.problem
  const symmetric = cost === costTo
  const ends = Math.min(width, NEAR_ENDS)
  const draw = createBlinks(random)
  const blink = Int32Array.of(draw())

  /** Takes a cheaper place, now and then overlooks it. */
  const take = (place: number, x: number): void => {
    if (--blink[0]! > 0) {
      s.placeCost = x
      s.place = place
    } else blink[0] = draw()
  }

  return {
    routes: (c, count) => {
      const row = c * size
      for (let i = 0; i < count; i++) {
        const r = listed[i]!
        if (room[r]! < demand[c]!) continue
        const z = size + r
        let v = z
        let before = costTo[row]!
        for (let w = next[z]!; w !== z; w = next[w]!) {
          const ahead = cost[row + w]!
          const x = before + ahead - edge[v]!
          if (x < s.placeCost) take(v, x)
          before = symmetric ? ahead : costTo[row + w]!
          v = w
        }
        const x = before + cost[row]! - edge[v]!
        if (x < s.placeCost) take(v, x)
      }
    },
    near: (c) => {
      const row = c * size
      for (let k = c * width, end = k + width; k < end; k++) {
        const v = near[k]!
        const r = route[v]!
        if (r < 0 || room[r]! < demand[c]!) continue
        const reach = costTo[row + v]!
        // By the triangle inequality a place beside v costs at least twice the reach minus the edge it breaks.
        if (2 * reach > s.placeCost + longEdge) break
        const w = next[v]!
        const after = reach + cost[row + (w >= size ? 0 : w)]! - edge[v]!
        if (after < s.placeCost) take(v, after)
        const u = prev[v]!
        const before = costTo[row + (u >= size ? 0 : u)]! + cost[row + v]! - edge[u]!
        if (before < s.placeCost) take(u, before)
      }
    },
    ends: (c, count) => {
      const row = c * size
      for (let i = 0; i < count; i++) {
        const r = listed[i]!
        if (room[r]! < demand[c]!) continue
        const z = size + r
        const first = costTo[row]! + cost[row + next[z]!]! - edge[z]!
        if (first < s.placeCost) take(z, first)
        const v = prev[z]!
        const last = costTo[row + v]! + cost[row]! - edge[v]!
        if (last < s.placeCost) take(v, last)
      }
    },
    nearEnds: (c) => {
      const row = c * size
      for (let k = c * width, end = k + ends; k < end; k++) {
        const v = near[k]!
        const w = next[v]!
        const u = prev[v]!
        if (w < size && u < size) continue
        const r = route[v]!
        if (r < 0 || room[r]! < demand[c]!) continue
        if (w >= size) {
          const last = costTo[row + v]! + cost[row]! - edge[v]!
          if (last < s.placeCost) take(v, last)
        }
        if (u >= size) {
          const first = costTo[row]! + cost[row + v]! - edge[u]!
          if (first < s.placeCost) take(u, first)
        }
      }
    },
  }
}
