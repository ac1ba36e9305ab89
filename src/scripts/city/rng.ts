/** A reproducible source of chance: the same seed gives the same numbers on every machine. */
export interface Rng {
  /** In [0, 1). */
  readonly next: () => number
  /** A whole number from `low` to `high`, both included. */
  readonly int: (low: number, high: number) => number
  readonly chance: (probability: number) => boolean
  readonly pick: <T>(list: readonly T[]) => T
  readonly shuffled: <T>(list: readonly T[]) => T[]
  /** About normal, mean 0 and deviation 1: twelve uniforms, so that no platform's logarithm decides. */
  readonly normal: () => number
  /** An independent source for one subject, so that a change in one leaves the others as they were. */
  readonly fork: (subject: string) => Rng
}

/** FNV-1a over the seed starts the state, mulberry32 advances it. */
export function rngOf(seed: string): Rng {
  let state = hash32(seed)
  const next = () => {
    state = (state + 0x6d2b79f5) | 0
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state)
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4_294_967_296
  }
  const int = (low: number, high: number) => low + Math.floor(next() * (high - low + 1))
  const pick = <T>(list: readonly T[]): T => {
    const picked = list[int(0, list.length - 1)]
    if (picked === undefined) throw new RangeError('pick needs a list that is not empty')
    return picked
  }
  const shuffled = <T>(list: readonly T[]): T[] =>
    list
      .map((item) => ({ item, rank: next() }))
      .sort((a, b) => a.rank - b.rank)
      .map(({ item }) => item)
  const normal = () => Array.from({ length: 12 }, next).reduce((sum, value) => sum + value, -6)
  return {
    next,
    int,
    pick,
    shuffled,
    normal,
    chance: (probability) => next() < probability,
    fork: (subject) => rngOf(`${seed}/${subject}`),
  }
}

function hash32(text: string): number {
  let hash = 0x811c9dc5
  for (let i = 0; i < text.length; i += 1) hash = Math.imul(hash ^ text.charCodeAt(i), 0x01000193)
  return hash >>> 0
}
