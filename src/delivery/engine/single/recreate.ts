import { BLINK, type Random } from '../random'
import { renumber, retimeAround, type Rings } from './state'

/** Below this many positions per listed neighbour, scanning every route with room beats scanning the neighbour list. */
const SCAN_ALL = 0.4
/** With windows a scan of routes ends at the first stop that is too late, so it pays for longer. */
const SCAN_ALL_IN_TIME = 1.5

/** Puts absent stops back one by one where they cost least; stops early and returns false once the cost passes `limit`. */
export function recreate(s: Rings, random: Random, limit: number, penalty: number): boolean {
  const { absent } = s
  let left = 0
  for (let i = 0; i < s.absentCount; i++) {
    const c = absent[i]!
    findPlace(s, random, c)
    if (s.place < 0) absent[left++] = c
    else insert(s, c)
    if (s.cost + left * penalty > limit) {
      clearDirty(s, false)
      return false
    }
  }
  s.absentCount = left
  clearDirty(s, true)
  return true
}

function clearDirty(s: Rings, renew: boolean): void {
  while (s.dirtyCount > 0) {
    const r = s.dirty[--s.dirtyCount]!
    s.isDirty[r] = 0
    if (renew) renumber(s, r)
  }
}

function findPlace(s: Rings, random: Random, c: number): void {
  const { load, length, fits, top } = s
  const { windows, capacity, demand, costTo, cost, size } = s.problem
  const room = capacity - demand[c]!
  s.place = -1
  s.placeCost = 0x7fffffff
  let count = 0
  let positions = 0
  const enough = (windows ? SCAN_ALL_IN_TIME : SCAN_ALL) * s.width
  for (let r = 0; r < top[0]!; r++) {
    const stops = length[r]!
    if (stops > 0 && load[r]! <= room) {
      fits[count++] = r
      positions += stops + 1
      if (positions > enough) break
    }
  }
  const all = positions <= enough
  if (windows) {
    if (all) scanRoutesInTime(s, windows, random, c, count)
    else scanNearInTime(s, windows, random, c, room)
  } else if (all) scanRoutes(s, random, c, count)
  else scanNear(s, random, c, room)
  const alone = costTo[c * size]! + cost[c * size]!
  if (alone >= s.placeCost || room < 0 || !opensInTime(s, c)) return
  const empty = length.indexOf(0)
  if (empty < 0) return
  if (empty >= top[0]!) top[0] = empty + 1
  s.place = size + empty
  s.placeCost = alone
}

const opensInTime = (s: Rings, c: number): boolean => {
  const { windows, time, timeTo, size } = s.problem
  if (!windows) return true
  const start = Math.max(windows.opens[0]! + timeTo[c * size]!, windows.opens[c]!)
  return start <= windows.closes[c]! && start + windows.service[c]! + time[c * size]! <= windows.closes[0]!
}

function scanRoutes(s: Rings, random: Random, c: number, count: number): void {
  const { next, edge, fits } = s
  const { size, cost, costTo } = s.problem
  const row = c * size
  const home = cost[row]!
  const out = costTo[row]!
  let best = s.placeCost
  let place = -1
  for (let i = 0; i < count; i++) {
    const z = size + fits[i]!
    let v = z
    let before = out
    for (let w = next[z]!; w !== z; w = next[w]!) {
      const x = before + cost[row + w]! - edge[v]!
      if (x < best && random.bits() >= BLINK) {
        best = x
        place = v
      }
      before = costTo[row + w]!
      v = w
    }
    const x = before + home - edge[v]!
    if (x < best && random.bits() >= BLINK) {
      best = x
      place = v
    }
  }
  s.place = place
  s.placeCost = best
}

/**
 * By the triangle inequality a place beside v costs at least twice the reach minus the edge it breaks, so far neighbours
 * cannot win once a good place is known; only the long edges from and to the depot are still tried beside them.
 */
function scanNear(s: Rings, random: Random, c: number, room: number): void {
  const { next, prev, edge, route, load, near, width, longEdge } = s
  const { size, cost, costTo } = s.problem
  const row = c * size
  const home = cost[row]!
  const out = costTo[row]!
  let best = s.placeCost
  let place = -1
  let k = c * width
  const end = k + width
  for (; k < end; k++) {
    const v = near[k]!
    const reach = costTo[row + v]!
    if (2 * reach > best + longEdge) break
    const r = route[v]!
    if (r < 0 || load[r]! > room) continue
    const w = next[v]!
    let x = reach + (w >= size ? home : cost[row + w]!) - edge[v]!
    if (x < best && random.bits() >= BLINK) {
      best = x
      place = v
    }
    const u = prev[v]!
    x = (u >= size ? out : costTo[row + u]!) + cost[row + v]! - edge[u]!
    if (x < best && random.bits() >= BLINK) {
      best = x
      place = u
    }
  }
  for (; k < end; k++) {
    const v = near[k]!
    const w = next[v]!
    const u = prev[v]!
    if (w < size && u < size) continue
    const r = route[v]!
    if (r < 0 || load[r]! > room) continue
    if (w >= size) {
      const x = costTo[row + v]! + home - edge[v]!
      if (x < best && random.bits() >= BLINK) {
        best = x
        place = v
      }
    }
    if (u >= size) {
      const x = out + cost[row + v]! - edge[u]!
      if (x < best && random.bits() >= BLINK) {
        best = x
        place = u
      }
    }
  }
  s.place = place
  s.placeCost = best
}

type Windows = NonNullable<Rings['problem']['windows']>

function scanRoutesInTime(s: Rings, windows: Windows, random: Random, c: number, count: number): void {
  const { next, edge, early, late, fits } = s
  const { size, cost, costTo, time, timeTo } = s.problem
  const { opens, closes, service } = windows
  const row = c * size
  const open = opens[c]!
  const close = closes[c]!
  const stay = service[c]!
  let best = s.placeCost
  let place = -1
  for (let i = 0; i < count; i++) {
    const z = size + fits[i]!
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
        if (t + stay + time[row + to]! <= late[w]! && random.bits() >= BLINK) {
          best = x
          place = v
        }
      }
      v = w
      at = w
    } while (v !== z)
  }
  s.place = place
  s.placeCost = best
}

function scanNearInTime(s: Rings, windows: Windows, random: Random, c: number, room: number): void {
  const { next, prev, edge, early, late, route, load, near, width, longEdge } = s
  const { size, cost, costTo, time, timeTo } = s.problem
  const { opens, closes, service } = windows
  const row = c * size
  const open = opens[c]!
  const close = closes[c]!
  const stay = service[c]!
  let best = s.placeCost
  let place = -1
  for (let k = c * width, end = k + width; k < end; k++) {
    const v = near[k]!
    const r = route[v]!
    if (r < 0 || load[r]! > room) continue
    const w = next[v]!
    const u = prev[v]!
    const reach = costTo[row + v]!
    if (2 * reach > best + longEdge && w < size && u < size) continue
    const to = w >= size ? 0 : w
    let x = reach + cost[row + to]! - edge[v]!
    if (x < best) {
      let t = early[v]! + service[v]! + timeTo[row + v]!
      if (t < open) t = open
      if (t <= close && t + stay + time[row + to]! <= late[w]! && random.bits() >= BLINK) {
        best = x
        place = v
      }
    }
    const at = u >= size ? 0 : u
    x = costTo[row + at]! + cost[row + v]! - edge[u]!
    if (x < best) {
      let t = early[u]! + service[at]! + timeTo[row + at]!
      if (t < open) t = open
      if (t <= close && t + stay + time[row + v]! <= late[v]! && random.bits() >= BLINK) {
        best = x
        place = u
      }
    }
  }
  s.place = place
  s.placeCost = best
}

/** Links stop c in at the place found. Positions wait until all stops are back. */
export function insert(s: Rings, c: number): void {
  const { next, prev, route, edge, load, length, place: v } = s
  const { size, cost, costTo, demand, windows } = s.problem
  const r = route[v]!
  const w = next[v]!
  next[v] = c
  prev[c] = v
  next[c] = w
  prev[w] = c
  route[c] = r
  load[r]! += demand[c]!
  s.cost += s.placeCost
  edge[v] = costTo[c * size + (v >= size ? 0 : v)]!
  edge[c] = cost[c * size + (w >= size ? 0 : w)]!
  if (windows) retimeAround(s, c)
  length[r]!++
  if (s.isDirty[r]) return
  s.isDirty[r] = 1
  s.dirty[s.dirtyCount++] = r
}
