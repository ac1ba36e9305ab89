import type { History } from './history'
import type { Panel } from './panel'
import { seasonFactors, smooth, thetaDrift } from './smoothing'

/** Days the exponential smoothing looks at. */
const SMOOTHED = 150
const LATELY = 20
const LONG = 60
/** Days of the prior that stand beside a series' own. */
const PRIOR_DAYS = 0.5

/** What is known of a series before an origin. Demand in its own units. */
export interface SeriesState {
  /** Days with known demand. */
  readonly count: number
  /** What a plain day sells lately: ratios are to this. Above 0. */
  readonly level: number
  readonly mean5: number
  readonly mean10: number
  readonly mean20: number
  readonly mean60: number
  readonly median: number
  readonly last: number
  /** Standard deviation of the last days, and their least and most. */
  readonly spread: number
  readonly least: number
  readonly most: number
  readonly zeros: number
  readonly first: number
  readonly lastSlot: number
  readonly smoothed: number
  readonly alpha: number
  readonly drift: number
  readonly factors: Float64Array
}

/** Reads states with buffers of its own, one series after another. */
export class StateReader {
  readonly #panel: Panel
  readonly #history: History
  readonly #values = new Float64Array(SMOOTHED)
  readonly #seasons = new Int8Array(SMOOTHED)
  readonly #adjusted = new Float64Array(SMOOTHED)

  constructor(panel: Panel, history: History) {
    this.#panel = panel
    this.#history = history
  }

  /** `end` is the first cell of the series at or after the origin; `prior` what such a series may sell. */
  read(series: number, end: number, prior: number): SeriesState {
    const { start, slot, season } = this.#panel
    const { clean } = this.#history
    const values = this.#values
    let count = 0
    let lastSlot = -1
    for (let cell = end - 1; cell >= (start[series] as number) && count < SMOOTHED; cell--) {
      const own = clean[cell] as number
      if (Number.isNaN(own)) continue
      if (count === 0) lastSlot = slot[cell] as number
      values[SMOOTHED - 1 - count] = own
      this.#seasons[SMOOTHED - 1 - count] = season[slot[cell] as number] as number
      count++
    }
    const own = values.subarray(SMOOTHED - count)
    const seasons = this.#seasons.subarray(SMOOTHED - count)
    const factors = seasonFactors(own, seasons, count)
    for (let i = 0; i < count; i++) {
      this.#adjusted[i] = (own[i] as number) / Math.max(0.05, factors[seasons[i] as number] as number)
    }
    const { level: smoothed, alpha } = smooth(this.#adjusted, count)
    const tail = own.subarray(Math.max(0, count - LATELY))
    const mean60 = meanOf(own.subarray(Math.max(0, count - LONG)))
    const mean20 = meanOf(tail)
    const sorted = tail.slice().sort()
    const base = count === 0 ? prior : Math.max(mean60, 0.02 * prior)
    const weight = Math.max(PRIOR_DAYS, count < 6 ? 3 - count / 2 : 0)
    const towards = count < 6 ? prior : base
    const level = (sumOf(tail) + weight * towards) / (tail.length + weight)
    return {
      count,
      level: Math.max(level, 1e-6),
      mean5: meanOf(own.subarray(Math.max(0, count - 5))),
      mean10: meanOf(own.subarray(Math.max(0, count - 10))),
      mean20,
      mean60,
      median: sorted[sorted.length >> 1] ?? Number.NaN,
      last: own[count - 1] ?? Number.NaN,
      spread: spreadOf(tail, mean20),
      least: sorted[0] ?? Number.NaN,
      most: sorted.at(-1) ?? Number.NaN,
      zeros: tail.length > 0 ? tail.filter((value) => value === 0).length / tail.length : Number.NaN,
      first: slot[start[series] as number] as number,
      lastSlot,
      smoothed: count > 0 ? smoothed : Number.NaN,
      alpha,
      drift: thetaDrift(this.#adjusted, count),
      factors,
    }
  }
}

function sumOf(values: Float64Array): number {
  let sum = 0
  for (const value of values) sum += value
  return sum
}

const meanOf = (values: Float64Array): number => (values.length > 0 ? sumOf(values) / values.length : Number.NaN)

function spreadOf(values: Float64Array, mean: number): number {
  let squares = 0
  for (const value of values) squares += (value - mean) ** 2
  return values.length > 1 ? Math.sqrt(squares / (values.length - 1)) : Number.NaN
}
