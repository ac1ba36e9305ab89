import { LEVELS } from './levels'
import { weightedQuantile } from './weighted-quantile'

/** A correction from so few cells counts half. */
const HALF_AT = 30

/** What quantiles missed lately: actual − quantile, in units of the forecast's own scale. */
export interface Missed {
  readonly actual: Float64Array
  /** Row × level. */
  readonly quantiles: Float64Array
  readonly scale: Float64Array
}

/**
 * How far each level has to be moved, in units of the scale, so that it would have covered its share of the cells given:
 * split conformal prediction for quantiles (Romano, Patterson & Candès 2019), drawn towards nothing where cells are few.
 */
export function corrections({ actual, quantiles, scale }: Missed): Float64Array {
  const count = actual.length
  const [errors, weights] = [new Float64Array(count), new Float64Array(count)]
  return Float64Array.from(LEVELS, (level, q) => {
    for (let i = 0; i < count; i++) {
      errors[i] = ((actual[i] as number) - (quantiles[i * LEVELS.length + q] as number)) / (scale[i] as number)
      weights[i] = 1
    }
    // ⌈(n + 1) τ⌉ of n
    const share = Math.min(1, (level * (count + 1)) / Math.max(1, count))
    return (weightedQuantile(errors, weights, count, share) * count) / (count + HALF_AT)
  })
}

/** Moves quantiles, keeps them from crossing (by sorting, Chernozhukov et al. 2010) and from falling below nothing. */
export function correct(quantiles: Float32Array, at: number, scale: number, by: Float64Array): void {
  const own = quantiles.subarray(at, at + LEVELS.length)
  for (let q = 0; q < own.length; q++) own[q] = Math.max(0, (own[q] as number) + scale * (by[q] ?? 0))
  own.sort()
}

/** Half the distance between the outer quantiles, never quite nothing. */
export const scaleOf = (quantiles: Float32Array, at: number, level: number): number =>
  ((quantiles[at + LEVELS.length - 1] as number) - (quantiles[at] as number)) / 2 + 0.02 * level + 1e-6
