/** Base units of the books and of whoever counted. */
export interface Counted {
  readonly expected: number
  readonly counted: number
}

/** Too far from the books to be believed at once: more than the tolerance of what was expected. Hundredths of a percent. */
export const needsRecount = ({ expected, counted }: Counted, toleranceBps: number): boolean =>
  Math.abs(counted - expected) * 10_000 > expected * toleranceBps

/** What a count changes. A lot may have been used meanwhile: it never goes below nothing. */
export const varianceOf = ({ expected, counted }: Counted, left: number): number => Math.max(counted - expected, -left)
