import type { Random } from './random'

/** How many stops one step takes out on average, and how long a string of them may be. */
export interface RuinSizes {
  readonly average: number
  readonly longest: number
}

const SPLIT = 0.5
const SPARE_MORE = 0.99

/** One string of a route: `span` stops from position `start` on, of which those from `sparedFrom` to before `sparedTo` stay. */
export interface Strings {
  start: number
  span: number
  sparedFrom: number
  sparedTo: number
  /** How many strings a step removes where none may be longer than `cap`. */
  count(cap: number): number
  /** Draws a string that holds the given position of a route with so many stops; half of the time a piece inside it stays. */
  draw(stops: number, position: number, cap: number): void
}

/** The sizes of slack induction by string removals (Christiaens and Vanden Berghe 2020, section 5.1). */
export function createStrings(random: Random, average: number): Strings {
  const strings: Strings = {
    start: 0,
    span: 0,
    sparedFrom: 0,
    sparedTo: 0,
    count: (cap) => Math.floor(1 + random.unit() * ((4 * average) / (1 + cap) - 1)),
    draw: (stops, position, cap) => {
      const gone = Math.min(stops, Math.floor(1 + random.unit() * Math.min(stops, cap)))
      let spared = 0
      if (gone > 1 && gone < stops && random.unit() < SPLIT) {
        spared = 1
        while (gone + spared < stops && random.unit() < SPARE_MORE) spared++
      }
      const span = gone + spared
      const first = Math.max(1, position - span + 1)
      strings.span = span
      strings.start = first + random.below(Math.min(position, stops - span + 1) - first + 1)
      strings.sparedFrom = spared === 0 ? span : Math.min(gone - 1, 1 + random.below(gone))
      strings.sparedTo = strings.sparedFrom + spared
    },
  }
  return strings
}
