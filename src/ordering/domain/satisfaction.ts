/** Ratings from here on count as positive: the top two of five. */
export const POSITIVE_FROM = 4
/** Below this share of positive ratings somebody should look. */
export const THRESHOLD = 0.9
/** Fewer ratings say little. */
export const ENOUGH = 20

export interface Counted {
  readonly count: number
  readonly positive: number
}

/** The share of positive ratings, 0 to 1; null without any. */
export const indexOf = ({ count, positive }: Counted): number | null => (count === 0 ? null : positive / count)

/** Whether a subject deserves an alert. */
export const isLow = (counted: Counted): boolean =>
  counted.count >= ENOUGH && counted.positive < THRESHOLD * counted.count

/** Several subjects as one: each weighs as much as it has ratings. */
export const together = (all: readonly Counted[]): Counted => ({
  count: all.reduce((sum, { count }) => sum + count, 0),
  positive: all.reduce((sum, { positive }) => sum + positive, 0),
})
