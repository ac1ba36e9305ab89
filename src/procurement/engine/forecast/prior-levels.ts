import type { Panel } from './panel'

const SHRINKAGE = 3
/** How much of a new day the panel's own level takes over. */
const MEMORY = 0.05
const SWEEPS = 2

/**
 * What a cell may sell when its series has hardly been seen: the level of all series, times what its words did to others,
 * each word drawn towards nothing where it was seen little. Learns from days before the origin; call with rising origins.
 */
export class PriorLevels {
  readonly #panel: Panel
  readonly #clean: Float64Array
  readonly #effect: Float64Array
  readonly #count: Float64Array
  #usual = Number.NaN
  #seen = 0

  constructor(panel: Panel, clean: Float64Array) {
    this.#panel = panel
    this.#clean = clean
    this.#effect = new Float64Array(panel.words)
    this.#count = new Float64Array(panel.words)
  }

  /** In the unit of demand; 1 before anything is known. */
  of(cell: number): number {
    if (Number.isNaN(this.#usual)) return 1
    return Math.max(1e-3, Math.exp(this.#usual + this.#sum(cell)) - 1)
  }

  learnBefore(origin: number): void {
    const { bySlot } = this.#panel
    const first = bySlot.start[this.#seen] as number
    const last = bySlot.start[origin] as number
    if (first === last) return
    for (let sweep = 0; sweep < SWEEPS; sweep++) {
      for (let k = first; k < last; k++) this.#learn(bySlot.items[k] as number, sweep === 0)
    }
    this.#seen = origin
  }

  #learn(cell: number, isNew: boolean): void {
    const { start, items } = this.#panel.cellWords
    const own = this.#clean[cell] as number
    if (Number.isNaN(own)) return
    const seen = Math.log1p(own)
    if (Number.isNaN(this.#usual)) this.#usual = seen
    const rest = seen - this.#usual - this.#sum(cell)
    if (isNew) this.#usual += (MEMORY / Math.max(1, Math.sqrt(this.#panel.start.length))) * rest
    const [from, to] = [start[cell] as number, start[cell + 1] as number]
    for (let k = from; k < to; k++) {
      const word = items[k] as number
      if (isNew) this.#count[word] = (this.#count[word] as number) + 1
      const weight = Math.min(40, (this.#count[word] as number) + SHRINKAGE)
      this.#effect[word] = (this.#effect[word] as number) + rest / weight / (to - from)
    }
  }

  #sum(cell: number): number {
    const { start, items } = this.#panel.cellWords
    let sum = 0
    for (let k = start[cell] as number; k < (start[cell + 1] as number); k++)
      sum += this.#effect[items[k] as number] as number
    return sum
  }
}
