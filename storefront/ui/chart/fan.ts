/** One day of a fan chart; null where nothing is known. */
export interface FanDay {
  /** `YYYY-MM-DD`. */
  readonly date: string
  readonly actual: number | null
  readonly planned: number | null
  readonly chosen: number | null
  /** Values at the chart's levels, rising. */
  readonly quantiles: readonly number[] | null
}

type Column = (number | null)[]

export interface Fan {
  /** Days as seconds since 1970, which is how the chart counts. */
  readonly days: number[]
  readonly actual: Column
  readonly planned: Column
  readonly chosen: Column
  /** One column a level. */
  readonly quantiles: readonly Column[]
  /** Levels that belong together, the outermost first: [index below, index above]. */
  readonly bands: readonly (readonly [number, number])[]
  /** The level in the middle, drawn as a line; undefined with an even number of levels. */
  readonly middle: number | undefined
}

/** The columns of a fan chart from its days. */
export function fanOf(days: readonly FanDay[], levels: readonly number[]): Fan {
  const half = Math.floor(levels.length / 2)
  return {
    days: days.map(({ date }) => Date.parse(`${date}T00:00:00Z`) / 1_000),
    actual: days.map(({ actual }) => actual),
    planned: days.map(({ planned }) => planned),
    chosen: days.map(({ chosen }) => chosen),
    quantiles: levels.map((_, i) => days.map(({ quantiles }) => quantiles?.[i] ?? null)),
    bands: Array.from({ length: half }, (_, i) => [i, levels.length - 1 - i] as const),
    middle: levels.length % 2 === 1 ? half : undefined,
  }
}

/** The value at a level, between two known ones in proportion; undefined outside of them. */
export function atLevel(levels: readonly number[], quantiles: readonly number[], level: number): number | undefined {
  const above = levels.findIndex((each) => each >= level - 1e-9)
  const [high, highLevel] = [quantiles[above], levels[above]]
  if (high === undefined || highLevel === undefined) return undefined
  const [low, lowLevel] = [quantiles[above - 1], levels[above - 1]]
  if (low === undefined || lowLevel === undefined) return highLevel <= level + 1e-9 ? high : undefined
  return low + ((high - low) * (level - lowLevel)) / (highLevel - lowLevel)
}
