import { LEVELS } from './levels'

/** Losses of a slot ago count this much less. */
const DECAY = 0.99
/** A series' own losses count as much as all series' after it has sold this many slots' worth. */
const SHRINKAGE = 120

/** Which levels a method is judged by: the middle, and the top that is cooked for. */
const JUDGED = [0.5, 0.9, 0.95].map((level) => LEVELS.indexOf(level as 0.5))

/** Pinball loss of one row, summed over the levels that matter. */
export function lossOf(actual: number, quantiles: Float64Array): number {
  let sum = 0
  for (const q of JUDGED) {
    const level = LEVELS[q] as number
    const error = actual - (quantiles[q] as number)
    sum += error >= 0 ? level * error : (level - 1) * error
  }
  return sum
}

/** Remembers what each candidate lost on each series, and says which to take next. */
export class Choice {
  readonly #losses: Float64Array
  readonly #demand: Float64Array
  readonly #all: Float64Array
  readonly #candidates: number
  #allDemand = 0

  constructor(series: number, candidates: number) {
    this.#losses = new Float64Array(series * candidates)
    this.#demand = new Float64Array(series)
    this.#all = new Float64Array(candidates)
    this.#candidates = candidates
  }

  /** `losses` holds one value a candidate, NaN for one that had nothing to say. */
  learn(series: number, actual: number, losses: Float64Array): void {
    const worst = losses.reduce((most, loss) => (loss > most ? loss : most), 0)
    losses.forEach((loss, c) => {
      const own = Number.isNaN(loss) ? 2 * worst : loss
      const key = series * this.#candidates + c
      this.#losses[key] = (this.#losses[key] as number) + own
      this.#all[c] = (this.#all[c] as number) + own
    })
    this.#demand[series] = (this.#demand[series] as number) + actual
    this.#allDemand += actual
  }

  /** Time has passed: what was lost before counts less. */
  age(slots: number): void {
    const factor = DECAY ** slots
    for (const memory of [this.#losses, this.#demand, this.#all]) {
      for (let i = 0; i < memory.length; i++) memory[i] = (memory[i] as number) * factor
    }
    this.#allDemand *= factor
  }

  /** The candidate with the least loss on the series, leaning on what was best for all where it was seen little. */
  of(series: number, perSlot: number): number {
    if (this.#allDemand <= 0) return 0
    const lean = SHRINKAGE * perSlot
    let best = 0
    let least = Number.POSITIVE_INFINITY
    for (let c = 0; c < this.#candidates; c++) {
      const own = this.#losses[series * this.#candidates + c] as number
      const loss = own + (lean * (this.#all[c] as number)) / this.#allDemand
      if (loss < least) [best, least] = [c, loss]
    }
    return best
  }
}
