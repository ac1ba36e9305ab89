import type { Random } from '../random'
import { refresh, type Rings } from './state'

/** How many stops one step takes out on average, how long a string may be, and the odds of sparing a middle piece. */
export interface RuinSizes {
  readonly average: number
  readonly longest: number
}

const SPLIT = 0.5
const SPARE_MORE = 0.99

/** Takes strings of neighbouring stops out of routes near a random stop (slack induction by string removals). */
export function createRuin(s: Rings, random: Random, { average, longest }: RuinSizes): () => void {
  const touched = new Int32Array(s.routes)
  let stamp = 0
  return () => {
    let used = 0
    for (let r = 0; r < s.top[0]!; r++) if (s.length[r]! > 0) used++
    const served = s.problem.size - 1 - s.absentCount
    if (used === 0) return
    const cap = Math.min(longest, served / used)
    const strings = Math.floor(1 + random.unit() * ((4 * average) / (1 + cap) - 1))
    const seed = 1 + random.below(s.problem.size - 1)
    stamp++
    let done = 0
    for (let k = -1; k < s.ruinWidth && done < strings; k++) {
      const c = k < 0 ? seed : s.ruinNear[seed * s.ruinWidth + k]!
      const r = s.route[c]!
      if (r < 0 || touched[r] === stamp) continue
      touched[r] = stamp
      done++
      removeString(s, random, c, r, cap)
      refresh(s, r)
    }
  }
}

/** Removes a string that holds stop c; half of the time a piece inside the string stays. */
function removeString(s: Rings, random: Random, c: number, r: number, cap: number): void {
  const { next, prev, position, length } = s
  const stops = length[r]!
  const gone = Math.min(stops, Math.floor(1 + random.unit() * Math.min(stops, cap)))
  let spared = 0
  if (gone > 1 && gone < stops && random.unit() < SPLIT) {
    spared = 1
    while (gone + spared < stops && random.unit() < SPARE_MORE) spared++
  }
  const span = gone + spared
  const first = Math.max(1, position[c]! - span + 1)
  const start = first + random.below(Math.min(position[c]!, stops - span + 1) - first + 1)
  let v = c
  for (let p = position[c]!; p > start; p--) v = prev[v]!
  const sparedFrom = spared === 0 ? span : Math.min(gone - 1, 1 + random.below(gone))
  for (let i = 0; i < span; i++) {
    const after = next[v]!
    if (i < sparedFrom || i >= sparedFrom + spared) remove(s, v, r)
    v = after
  }
}

function remove(s: Rings, c: number, r: number): void {
  const { next, prev, edge, problem } = s
  const { size, cost, demand } = problem
  const u = prev[c]!
  const w = next[c]!
  const joined = u === w ? 0 : cost[(u >= size ? 0 : u) * size + (w >= size ? 0 : w)]!
  s.cost += joined - edge[u]! - edge[c]!
  next[u] = w
  prev[w] = u
  edge[u] = joined
  s.route[c] = -1
  s.load[r]! -= demand[c]!
  s.length[r]!--
  s.absent[s.absentCount++] = c
}
