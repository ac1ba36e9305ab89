import { LEVELS, valueAt } from './levels'
import { leftAndMissing } from './score'

/** A forecast cooked at the level at which as much would have been missing as with the planner's own numbers. */
export interface Matched {
  /** Share of 1. */
  readonly level: number
  /** Left over against the planner's, −1: below 0 is less. */
  readonly overproduction: number
}

const HALVINGS = 40

/**
 * Finds one level for all cells by halving; cells without a plan are left out. Undefined when even the highest level misses
 * more than the planner, or nothing was planned.
 */
export function matchShortage(
  actual: Float64Array,
  quantiles: ArrayLike<number>,
  planned: Float64Array,
): Matched | undefined {
  const rows = [...actual.keys()].filter((row) => !Number.isNaN((actual[row] as number) + (planned[row] as number)))
  const wanted = Float64Array.from(rows, (row) => actual[row] as number)
  const theirs = leftAndMissing(
    wanted,
    Float64Array.from(rows, (row) => planned[row] as number),
  )
  const own = rows.map((row) => LEVELS.map((_, q) => quantiles[row * LEVELS.length + q] as number))
  const at = (level: number) =>
    leftAndMissing(
      wanted,
      Float64Array.from(own, (values) => valueAt(values, level)),
    )
  let [low, high] = [LEVELS[0] as number, LEVELS.at(-1) as number]
  if (theirs.left === 0 || at(high).missing > theirs.missing) return undefined
  for (let i = 0; i < HALVINGS; i++) {
    const middle = (low + high) / 2
    if (at(middle).missing > theirs.missing) low = middle
    else high = middle
  }
  return { level: high, overproduction: at(high).left / theirs.left - 1 }
}
