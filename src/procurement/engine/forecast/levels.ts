/** The quantiles every forecast states, as shares of 1. */
export const LEVELS = [0.05, 0.1, 0.25, 0.5, 0.75, 0.9, 0.95] as const

/** Where the median stands among them. */
export const MEDIAN = LEVELS.indexOf(0.5)

/** The value at a share between 0 and 1, straight between the neighbouring quantiles and level beyond the outer ones. */
export function valueAt(quantiles: ArrayLike<number>, share: number): number {
  const above = LEVELS.findIndex((level) => level >= share)
  if (above === 0) return quantiles[0] ?? 0
  if (above < 0) return quantiles[LEVELS.length - 1] ?? 0
  const [low = 0, high = 1] = LEVELS.slice(above - 1, above + 1)
  const [from = 0, to = 0] = [quantiles[above - 1], quantiles[above]]
  return from + ((to - from) * (share - low)) / (high - low)
}
