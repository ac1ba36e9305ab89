import type { FoldPlan } from './folds'
import { historyOf } from './history'
import { LEVELS } from './levels'
import { CANDIDATES, METHODS, type Method } from './methods'
import type { Panel } from './panel'
import { readSheet, type Sheet } from './sheet'

/** Below this share of what is usual, a day was closed: nobody can learn from it. */
const CLOSED = 0.3

/** Quantiles by row of the sheet and level. */
export type Quantiles = Float32Array

/** What is written fold by fold while walking: every row of the sheet with what each method said of it. */
export interface Book {
  readonly panel: Panel
  readonly plan: FoldPlan
  readonly sheet: Sheet
  readonly clean: Float64Array
  /** By slot: 1 for a day that did not take place. */
  readonly closed: Uint8Array
  /** NaN where a method had nothing to say. */
  readonly methods: Readonly<Record<Method, Quantiles>>
  /** What methods with quantiles of their own said, before what they lately missed was corrected. */
  readonly said: Readonly<Record<'empirical' | 'boosted', Quantiles>>
  /** What each row's candidate says. */
  readonly chosen: Quantiles
  /** Index of `CANDIDATES`. */
  readonly choice: Uint8Array
}

export function openBook(panel: Panel, plan: FoldPlan, report?: (share: number) => void): Book {
  const sheet = readSheet(panel, plan.folds, report)
  const { clean, dayEffect } = historyOf(panel)
  const quantiles = () => new Float32Array(sheet.cell.length * LEVELS.length).fill(Number.NaN)
  return {
    panel,
    plan,
    sheet,
    clean,
    closed: Uint8Array.from(dayEffect, (effect) => (effect < CLOSED ? 1 : 0)),
    methods: Object.fromEntries(METHODS.map((name) => [name, quantiles()])) as Record<Method, Quantiles>,
    said: { empirical: quantiles(), boosted: quantiles() },
    chosen: quantiles(),
    choice: new Uint8Array(sheet.cell.length),
  }
}

/** Demand of a row; NaN where it is unknown or its day did not take place. */
export function actualOf({ panel, sheet, closed }: Book, row: number): number {
  const cell = sheet.cell[row] as number
  return closed[panel.slot[cell] as number] === 1 ? Number.NaN : (panel.value[cell] as number)
}

/** The rows of a fold, from and to before. */
export const rowsOf = ({ sheet }: Book, fold: number): [number, number] => [
  sheet.start[fold] as number,
  sheet.start[fold + 1] as number,
]

/** Slots back from which methods are corrected, and cells at most. */
const LOOKED_BACK = 90
const MOST = 12_000

/** Rows of folds that were over before the fold's origin and not long before it: forecast unseen, known by now. */
export function lookBack(book: Book, fold: number): Int32Array {
  const { folds, warmUp } = book.plan
  const origin = (folds[fold] as { origin: number }).origin
  const rows: number[] = []
  for (let f = fold - 1; f >= warmUp; f--) {
    const { origin: then, until } = folds[f] as { origin: number; until: number }
    if (then < origin - LOOKED_BACK) break
    if (until > origin) continue
    const [from, to] = rowsOf(book, f)
    for (let row = from; row < to; row++) if (!Number.isNaN(actualOf(book, row))) rows.push(row)
  }
  const step = Math.ceil(rows.length / MOST)
  return Int32Array.from(step > 1 ? rows.filter((_, i) => i % step === 0) : rows)
}

/** Every candidate is one method or the mean of two. */
export function candidateAt({ methods }: Book, candidate: number, row: number, out: Float64Array): void {
  const names: readonly Method[] = CANDIDATES[candidate] ?? CANDIDATES[0]
  out.fill(0)
  for (const name of names) {
    const own = methods[name]
    for (let q = 0; q < out.length; q++) {
      out[q] = (out[q] as number) + (own[row * out.length + q] as number) / names.length
    }
  }
}
