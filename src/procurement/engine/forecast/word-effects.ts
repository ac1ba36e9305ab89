import type { Lists, Panel } from './panel'

/** A word's effect leans on nothing as much as on this many of its own days. */
const SHRINKAGE = 8
/** Days further from usual than this are events, not dishes. */
const MOST = 0.25
const SWEEPS = 3

/**
 * What each word of the menus does to a day's demand, as a share: a ridge regression of the days' effects on their words
 * by Gauss-Seidel sweeps, begun where the last one ended. Learns only from days before `origin`; call with rising origins.
 */
export class WordEffects {
  readonly effect: Float64Array
  readonly #days: number[] = []
  readonly #panel: Panel
  readonly #target: Float64Array
  #seen = 0

  constructor(panel: Panel, dayEffect: Float64Array) {
    this.#panel = panel
    this.effect = new Float64Array(panel.words)
    this.#target = dayEffect.map((effect) => Math.log(effect))
  }

  learnBefore(origin: number): void {
    const { dayWords } = this.#panel
    if (dayWords.items.length === 0) return
    for (; this.#seen < origin; this.#seen++) {
      const own = this.#target[this.#seen] as number
      if (Number.isFinite(own) && Math.abs(own) <= MOST && length(dayWords, this.#seen) > 0) this.#days.push(this.#seen)
    }
    for (let sweep = 0; sweep < SWEEPS; sweep++) this.#sweep(dayWords)
  }

  /** One Jacobi step for all words at once, damped by the number of words a day has. */
  #sweep({ start, items }: Lists): void {
    const pull = new Float64Array(this.effect.length)
    const count = new Float64Array(this.effect.length)
    for (const day of this.#days) {
      const [from, to] = [start[day] as number, start[day + 1] as number]
      let rest = this.#target[day] as number
      for (let k = from; k < to; k++) rest -= this.effect[items[k] as number] as number
      for (let k = from; k < to; k++) {
        const word = items[k] as number
        pull[word] = (pull[word] as number) + rest / (to - from)
        count[word] = (count[word] as number) + 1
      }
    }
    for (let word = 0; word < pull.length; word++) {
      const days = count[word] as number
      if (days === 0) continue
      const now = this.effect[word] as number
      this.effect[word] = (now * days + (pull[word] as number)) / (days + SHRINKAGE / 4)
    }
  }
}

const length = ({ start }: Lists, list: number): number => (start[list + 1] as number) - (start[list] as number)
