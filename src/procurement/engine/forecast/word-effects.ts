import type { Lists } from './panel'

/** A word's effect leans on nothing as much as on this many of its own days. */
const SHRINKAGE = 2
const SWEEPS = 3

/**
 * What each word of the menus does to demand, in logarithms: a ridge regression of effects on their words by Jacobi sweeps,
 * each begun where the last one ended, a step being shared out among the words of a list. Learns from the lists it has been
 * told of; tell it of no day at or after the origin.
 */
export class WordEffects {
  readonly #lists: Lists
  readonly #target: Float64Array
  readonly #most: number
  readonly #effect: Float64Array
  readonly #learnt: number[] = []
  #seen = 0

  /** `effects` by list, 1 being usual; those further off than `most` (a logarithm) are events, not dishes. */
  constructor(lists: Lists, words: number, effects: Float64Array, most: number) {
    this.#lists = lists
    this.#target = effects.map((effect) => Math.log(effect))
    this.#most = most
    this.#effect = new Float64Array(words)
  }

  /** Learns from the first `count` lists in an order that never changes. */
  learn(count: number, listAt: (i: number) => number): void {
    const { start, items } = this.#lists
    if (items.length === 0) return
    for (; this.#seen < count; this.#seen++) {
      const list = listAt(this.#seen)
      const own = this.#target[list] as number
      if (Math.abs(own) <= this.#most && (start[list + 1] as number) > (start[list] as number)) this.#learnt.push(list)
    }
    for (let sweep = 0; sweep < SWEEPS; sweep++) this.#sweep()
  }

  /** The words' effects of one list: their sum, the least and the most. NaN for a list without words. */
  of(list: number): { sum: number; least: number; most: number } {
    const { start, items } = this.#lists
    const [from, to] = [start[list] as number, start[list + 1] as number]
    if (from === to) return { sum: Number.NaN, least: Number.NaN, most: Number.NaN }
    let [sum, least, most] = [0, 0, 0]
    for (let k = from; k < to; k++) {
      const effect = this.#effect[items[k] as number] as number
      sum += effect
      least = Math.min(least, effect)
      most = Math.max(most, effect)
    }
    return { sum, least, most }
  }

  #sweep(): void {
    const { start, items } = this.#lists
    const pull = new Float64Array(this.#effect.length)
    const count = new Int32Array(this.#effect.length)
    for (const list of this.#learnt) {
      const [from, to] = [start[list] as number, start[list + 1] as number]
      let rest = this.#target[list] as number
      for (let k = from; k < to; k++) rest -= this.#effect[items[k] as number] as number
      for (let k = from; k < to; k++) {
        const word = items[k] as number
        pull[word] = (pull[word] as number) + rest / (to - from)
        count[word] = (count[word] as number) + 1
      }
    }
    for (let word = 0; word < pull.length; word++) {
      const seen = count[word] as number
      const now = this.#effect[word] as number
      if (seen > 0) this.#effect[word] = (now * seen + (pull[word] as number)) / (seen + SHRINKAGE)
    }
  }
}
