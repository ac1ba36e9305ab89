/** Small chances that a text decides: the same text, the same picture, on the server and in the browser. */
export interface Rng {
  /** 0 ≤ x < 1 */
  readonly next: () => number
  readonly between: (from: number, to: number) => number
  readonly pick: <T>(of: readonly [T, ...T[]]) => T
}

/** Whole numbers only, so that every machine draws the same coordinates. */
export function rngOf(seed: string): Rng {
  let state = 2166136261
  for (const char of seed) state = Math.imul(state ^ (char.codePointAt(0) ?? 0), 16777619)
  const next = () => {
    // mulberry32
    state = (state + 0x6d2b79f5) | 0
    let t = Math.imul(state ^ (state >>> 15), 1 | state)
    t = (t + Math.imul(t ^ (t >>> 7), 61 | t)) ^ t
    return ((t ^ (t >>> 14)) >>> 0) / 4294967296
  }
  return {
    next,
    between: (from, to) => Math.round(from + next() * (to - from)),
    pick: (of) => of[Math.floor(next() * of.length)] ?? of[0],
  }
}
