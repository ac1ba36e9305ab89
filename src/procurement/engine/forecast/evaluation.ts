import { LEVELS, MEDIAN } from './levels'
import { scaledErrors, type Scales } from './scaled-errors'
import { bias, coverage, pinball, wape } from './score'

const Q = LEVELS.length

/** How well something foresaw; shares of 1, of demand or of cells. NaN where nothing could be compared. */
export interface Evaluation {
  readonly wape: number
  readonly bias: number
  readonly mase: number
  readonly rmsse: number
  readonly pl50: number
  readonly pl90: number
  readonly pl95: number
  /** Share of cells at or below the 90% quantile. */
  readonly coverage90: number
}

/** Cells with their series and what was really wanted. */
export interface Truth {
  readonly series: Int32Array
  readonly actual: Float64Array
  readonly scales: Scales
}

const column = (quantiles: ArrayLike<number>, q: number): Float64Array =>
  Float64Array.from({ length: quantiles.length / Q }, (_, row) => quantiles[row * Q + q] as number)

/** Scores quantiles, row × level, by their median and their upper end. */
export function evaluate({ series, actual, scales }: Truth, quantiles: ArrayLike<number>): Evaluation {
  const at = (level: (typeof LEVELS)[number]) => column(quantiles, LEVELS.indexOf(level))
  const [median, upper, top] = [column(quantiles, MEDIAN), at(0.9), at(0.95)]
  return {
    wape: wape(actual, median),
    bias: bias(actual, median),
    ...scaledErrors(series, actual, median, scales),
    pl50: pinball(actual, median, 0.5),
    pl90: pinball(actual, upper, 0.9),
    pl95: pinball(actual, top, 0.95),
    coverage90: coverage(actual, upper),
  }
}

/** Scores single numbers, such as the planner's. */
export const evaluatePoints = ({ series, actual, scales }: Truth, points: Float64Array) => ({
  wape: wape(actual, points),
  bias: bias(actual, points),
  ...scaledErrors(series, actual, points, scales),
})
