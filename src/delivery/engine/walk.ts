import type { Model } from './model'

/** Scratch table for one trip: put the nodes in, walk it, read the times out. */
export interface Walk {
  readonly nodes: Int32Array
  readonly arrives: Int32Array
  readonly starts: Int32Array
  count: number
  departs: number
  returns: number
  /** Whether the vehicle has had its rest before and after this trip, and when it began in it (-1: not in it). */
  rested: boolean
  restAt: number
}

export const createWalk = (size: number): Walk => ({
  nodes: new Int32Array(size + 1),
  arrives: new Int32Array(size + 1),
  starts: new Int32Array(size + 1),
  count: 0,
  departs: 0,
  returns: 0,
  rested: false,
  restAt: -1,
})

/** The start of service for somebody who arrives at t, or -1 when every window has closed. Frozen stops are served whenever. */
export function startAt(m: Model, node: number, t: number): number {
  if (t <= m.opens[node]!) return m.opens[node]!
  if (m.fixed[node]) return t
  if (t > m.closes[node]!) return -1
  if (!m.severalWindows) return t
  for (let i = m.windowAt[node]!; i < m.windowAt[node + 1]!; i++) {
    if (t <= m.windowTo[i]!) return Math.max(t, m.windowFrom[i]!)
  }
  return -1
}

/** The latest start of service not after t, for the way back through a trip. */
export function lastStart(m: Model, node: number, t: number): number {
  if (m.fixed[node]) return t
  if (t >= m.closes[node]!) return m.closes[node]!
  if (!m.severalWindows) return t
  let last = -1
  for (let i = m.windowAt[node]!; i < m.windowAt[node + 1]!; i++) {
    if (m.windowFrom[i]! <= t) last = Math.max(last, Math.min(t, m.windowTo[i]!))
  }
  return last
}

/** Moving the departure settles the time on board at once unless a stop has several windows. */
const ATTEMPTS = 12

/**
 * Drives the trip in `w.nodes` with vehicle v, which stands at its depot at `from`; false when a constraint breaks.
 * It leaves when everything on board is ready, and later still when that shortens the time on board enough.
 * @param departed when the trip has left already, or -1.
 */
export function walk(m: Model, w: Walk, v: number, from: number, departed: number): boolean {
  let leave = from
  for (let i = 0; i < w.count; i++) leave = Math.max(leave, m.ready[w.nodes[i]!]!)
  const restedBefore = w.rested || m.restSeconds[v] === 0
  if (departed >= 0) leave = departed
  for (let attempt = 0; attempt < ATTEMPTS; attempt++) {
    w.rested = restedBefore
    w.restAt = -1
    if (!restedBefore && departed < 0) leave = restAtDepot(m, w, v, from, leave)
    const later = drive(m, w, v, leave)
    if (later === -1) return false
    if (later <= leave || departed >= 0) return true
    leave = later
  }
  return false
}

/** A rest that fits into the wait, or is due already, is taken before leaving. Returns the departure. */
function restAtDepot(m: Model, w: Walk, v: number, from: number, leave: number): number {
  const start = Math.max(from, m.restFrom[v]!)
  if (start > leave || start > m.restTo[v]!) return leave
  w.rested = true
  w.restAt = start
  return Math.max(leave, start + m.restSeconds[v]!)
}

/** One run through the trip. Returns -1 when it breaks a constraint, else the departure that the time on board asks for. */
function drive(m: Model, w: Walk, v: number, leave: number): number {
  const { nodes, arrives, starts, count } = w
  const { size, service, hold, fixed } = m
  const time = m.time[m.classOf[v]!]!
  const home = m.home[v]!
  // What has begun is a fact; it is not refused for being late.
  const begun = count > 0 && fixed[nodes[count - 1]!] === 1
  let at = home
  let t = leave
  let later = leave
  for (let i = 0; i <= count; i++) {
    const node = i === count ? home : nodes[i]!
    const way = time[at * size + node]!
    if (!w.rested) {
      if (t > m.restTo[v]! && !begun) return -1
      const there = i === count ? t + way : startAt(m, node, t + way) + service[node]!
      if (t >= m.restFrom[v]! || there > m.restTo[v]!) {
        w.restAt = Math.max(t, m.restFrom[v]!)
        w.rested = true
        t = w.restAt + m.restSeconds[v]!
      }
    }
    t += way
    if (i === count) break
    arrives[i] = t
    t = startAt(m, node, t)
    if (t < 0) return -1
    starts[i] = t
    if (hold[node]! >= 0 && t - leave > hold[node]! && !fixed[node]) later = Math.max(later, t - hold[node]!)
    t += service[node]!
    at = node
  }
  w.departs = leave
  w.returns = t
  return t > m.shiftTo[v]! && !begun ? -1 : later
}
