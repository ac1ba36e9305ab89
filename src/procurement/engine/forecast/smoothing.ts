/** Smoothing weights that are tried. */
const WEIGHTS = Float64Array.from({ length: 19 }, (_, i) => 0.02 + 0.04 * i)
const WARM_UP = 4

export interface Smoothed {
  readonly level: number
  readonly alpha: number
}

/**
 * Simple exponential smoothing, l ← l + α (x − l), begun at the mean of the first four values; α is the one of a grid with
 * the least squared error one step ahead (Hyndman & Athanasopoulos, Forecasting: Principles and Practice, section 8.1).
 */
export function smooth(values: Float64Array, count: number, weights: Float64Array = WEIGHTS): Smoothed {
  const first = Math.min(WARM_UP, count)
  let begin = 0
  for (let i = 0; i < first; i++) begin += (values[i] as number) / first
  let best = { level: begin, alpha: 0, squares: Number.POSITIVE_INFINITY }
  for (const alpha of weights) {
    let level = begin
    let squares = 0
    for (let i = 0; i < count; i++) {
      const error = (values[i] as number) - level
      if (i >= first) squares += error * error
      level += alpha * error
    }
    if (squares < best.squares) best = { level, alpha, squares }
  }
  return best
}

/**
 * Half the least-squares slope of a series: what the Theta method with θ = 2 adds a step to exponential smoothing
 * (Assimakopoulos & Nikolopoulos 2000; Hyndman & Billah 2003).
 */
export function thetaDrift(values: Float64Array, count: number): number {
  if (count < 2) return 0
  const middle = (count - 1) / 2
  let mean = 0
  for (let i = 0; i < count; i++) mean += (values[i] as number) / count
  let [products, squares] = [0, 0]
  for (let i = 0; i < count; i++) {
    products += (i - middle) * ((values[i] as number) - mean)
    squares += (i - middle) ** 2
  }
  return products / squares / 2
}

const SEASONS = 7
/** A weekday's factor leans on 1 as much as on this many of its own days. */
const SHRINKAGE = 2

/** Each season's mean against the mean of all, drawn towards 1 where it was seen little; weights of the days are equal. */
export function seasonFactors(values: Float64Array, seasons: Int8Array, count: number): Float64Array {
  const sums = new Float64Array(SEASONS)
  const counts = new Float64Array(SEASONS)
  let total = 0
  for (let i = 0; i < count; i++) {
    const season = seasons[i] as number
    sums[season] = (sums[season] as number) + (values[i] as number)
    counts[season] = (counts[season] as number) + 1
    total += values[i] as number
  }
  const mean = total / Math.max(1, count)
  return sums.map((sum, season) => (mean > 0 ? (sum / mean + SHRINKAGE) / ((counts[season] as number) + SHRINKAGE) : 1))
}
