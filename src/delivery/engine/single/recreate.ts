import type { Random } from '../random'
import { createClock } from './clock'
import { createScans } from './insertion'
import { createTimedScans } from './insertion-timed'
import type { Rings } from './state'

/** Up to this many places per listed neighbour, trying all of them beats looking at the neighbours; stops too late end a scan sooner. */
const SCAN_ALL = { free: 0.2, timed: 1.5 }
/** Up to so many routes with room, the ends of all of them are tried instead of those among the neighbours. */
const FEW_ROUTES = { free: 12, timed: 40 }

/**
 * Puts absent stops back one by one where they cost least; the function stops early and returns false once the cost passes
 * its limit. Its parts are closures over one state, because V8 compiles those with the addresses of the tables built in.
 */
export function createRecreate(s: Rings, random: Random, penalty: number): (limit: number) => boolean {
  const { next, prev, route, edge, room, length, listed, top, absent, position } = s
  const { size, capacity, cost, costTo, demand, windows, time, timeTo } = s.problem
  const scans = windows ? createTimedScans(s, random, windows) : createScans(s, random)
  const clock = createClock(s)
  const kind = windows ? 'timed' : 'free'
  const enough = SCAN_ALL[kind] * s.width
  const few = FEW_ROUTES[kind]
  /** Routes whose positions are out of date while stops are put back. */
  const dirty = new Int32Array(s.routes)
  const isDirty = new Uint8Array(s.routes)
  let listedCount = 0
  let dirtyCount = 0

  /** Lists the routes that have room for the smallest of the absent stops: only those can take any. */
  const listOpen = (): void => {
    let least = capacity
    for (let i = 0; i < s.absentCount; i++) if (demand[absent[i]!]! < least) least = demand[absent[i]!]!
    listedCount = 0
    for (let r = 0; r < top[0]!; r++) if (room[r]! >= least && length[r]! > 0) listed[listedCount++] = r
  }

  const opensInTime = (c: number): boolean => {
    if (!windows) return true
    const start = Math.max(windows.opens[0]! + timeTo[c * size]!, windows.opens[c]!)
    return start <= windows.closes[c]! && start + windows.service[c]! + time[c * size]! <= windows.closes[0]!
  }

  const openRoute = (c: number): void => {
    const alone = costTo[c * size]! + cost[c * size]!
    if (alone >= s.placeCost || demand[c]! > capacity || !opensInTime(c)) return
    const empty = length.indexOf(0)
    if (empty < 0) return
    if (empty >= top[0]!) top[0] = empty + 1
    s.place = size + empty
    s.placeCost = alone
    listed[listedCount++] = empty
  }

  const findPlace = (c: number): void => {
    const units = demand[c]!
    let positions = 0
    for (let i = 0; i < listedCount && positions <= enough; i++) {
      const r = listed[i]!
      if (room[r]! >= units) positions += length[r]! + 1
    }
    s.place = -1
    s.placeCost = 0x7fffffff
    if (positions <= enough) scans.routes(c, listedCount)
    else {
      scans.near(c)
      if (listedCount <= few) scans.ends(c, listedCount)
      else scans.nearEnds(c)
    }
    openRoute(c)
  }

  const insert = (c: number): void => {
    const v = s.place
    const r = route[v]!
    const w = next[v]!
    next[v] = c
    prev[c] = v
    next[c] = w
    prev[w] = c
    route[c] = r
    room[r]! -= demand[c]!
    s.cost += s.placeCost
    edge[v] = costTo[c * size + (v >= size ? 0 : v)]!
    edge[c] = cost[c * size + (w >= size ? 0 : w)]!
    if (windows) clock.around(c)
    length[r]!++
    if (isDirty[r]) return
    isDirty[r] = 1
    dirty[dirtyCount++] = r
  }

  /** Positions wait until all stops are back; a step that is given up is undone anyway. */
  const clear = (renew: boolean): void => {
    while (dirtyCount > 0) {
      const r = dirty[--dirtyCount]!
      isDirty[r] = 0
      if (!renew) continue
      const z = size + r
      let count = 0
      for (let u = next[z]!; u !== z; u = next[u]!) position[u] = ++count
    }
  }

  return (limit) => {
    listOpen()
    let left = 0
    for (let i = 0; i < s.absentCount; i++) {
      const c = absent[i]!
      findPlace(c)
      if (s.place < 0) absent[left++] = c
      else insert(c)
      if (s.cost + left * penalty > limit) {
        clear(false)
        return false
      }
    }
    s.absentCount = left
    clear(true)
    return true
  }
}
