import type { Random } from '../random'
import { createStrings, type RuinSizes } from '../strings'
import { createClock } from './clock'
import type { Rings } from './state'

/** Takes strings of neighbouring stops out of routes near a random stop (slack induction by string removals). */
export function createRuin(s: Rings, random: Random, { average, longest }: RuinSizes): () => void {
  const { next, prev, edge, position, length, route, room, absent, top, ruinNear, ruinNearInTime, ruinWidth } = s
  const { size, cost, demand } = s.problem
  const { refresh } = createClock(s)
  const strings = createStrings(random, average)
  const touched = new Int32Array(s.routes)
  let stamp = 0

  const remove = (c: number, r: number): void => {
    const u = prev[c]!
    const w = next[c]!
    const joined = u === w ? 0 : cost[(u >= size ? 0 : u) * size + (w >= size ? 0 : w)]!
    s.cost += joined - edge[u]! - edge[c]!
    next[u] = w
    prev[w] = u
    edge[u] = joined
    route[c] = -1
    room[r]! += demand[c]!
    length[r]!--
    absent[s.absentCount++] = c
  }

  const removeString = (c: number, r: number, cap: number): void => {
    strings.draw(length[r]!, position[c]!, cap)
    const { start, span, sparedFrom, sparedTo } = strings
    let v = c
    for (let p = position[c]!; p > start; p--) v = prev[v]!
    for (let i = 0; i < span; i++) {
      const after = next[v]!
      if (i < sparedFrom || i >= sparedTo) remove(v, r)
      v = after
    }
    refresh(r)
  }

  return () => {
    let used = 0
    for (let r = 0; r < top[0]!; r++) if (length[r]! > 0) used++
    const served = size - 1 - s.absentCount
    if (used === 0) return
    const cap = Math.min(longest, served / used)
    const wanted = strings.count(cap)
    const seed = 1 + random.below(size - 1)
    // Stops that are close in time as well form other neighbourhoods than the map's: with windows they take turns.
    const near = ruinNearInTime && random.unit() < 0.5 ? ruinNearInTime : ruinNear
    stamp++
    let done = 0
    for (let k = -1; k < ruinWidth && done < wanted; k++) {
      const c = k < 0 ? seed : near[seed * ruinWidth + k]!
      const r = route[c]!
      if (r < 0 || touched[r] === stamp) continue
      touched[r] = stamp
      done++
      removeString(c, r, cap)
    }
  }
}
