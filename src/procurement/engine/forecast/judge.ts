import { actualOf, type Book, candidateAt, type Quantiles, rowsOf } from './book'
import { type Choice, lossOf } from './choice'
import { correct, corrections, scaleOf } from './conformal'
import { LEVELS } from './levels'
import { CANDIDATES } from './methods'

const Q = LEVELS.length

/** Remembers what each candidate lost on a fold that is over. */
export function judgeFold(book: Book, fold: number, choice: Choice): void {
  const { panel, sheet } = book
  const [from, to] = rowsOf(book, fold)
  const own = new Float64Array(Q)
  const losses = new Float64Array(CANDIDATES.length)
  for (let row = from; row < to; row++) {
    const actual = actualOf(book, row)
    if (Number.isNaN(actual)) continue
    for (let c = 0; c < losses.length; c++) {
      candidateAt(book, c, row, own)
      losses[c] = lossOf(actual, own)
    }
    choice.learn(panel.series[sheet.cell[row] as number] as number, actual, losses)
  }
}

/** Takes for each row of a fold what its series is best forecast with, else the first candidate that says something. */
export function chooseFold(book: Book, fold: number, choice: Choice): void {
  const { panel, sheet } = book
  const [from, to] = rowsOf(book, fold)
  const own = new Float64Array(Q)
  for (let row = from; row < to; row++) {
    const best = choice.of(panel.series[sheet.cell[row] as number] as number, sheet.level[row] as number)
    let taken = best
    candidateAt(book, taken, row, own)
    for (let c = 0; c < CANDIDATES.length && Number.isNaN(own[0]); c++) {
      taken = c
      candidateAt(book, c, row, own)
    }
    // nothing at all: a new series in a panel without trees
    if (Number.isNaN(own[0])) own.fill(sheet.level[row] as number)
    book.choice[row] = taken
    book.chosen.set(own, row * Q)
  }
}

/** Corrects a fold's quantiles by what `said` missed on rows seen since. */
export function correctFold(
  book: Book,
  fold: number,
  seen: Int32Array,
  { said, corrected }: { said: Quantiles; corrected: Quantiles },
): void {
  const { sheet } = book
  const rows = seen.filter((row) => !Number.isNaN(said[row * Q]))
  const scale = Float64Array.from(rows, (row) => scaleOf(said, row * Q, sheet.level[row] as number))
  const quantiles = new Float64Array(rows.length * Q)
  rows.forEach((row, i) => quantiles.set(said.subarray(row * Q, (row + 1) * Q), i * Q))
  const actual = Float64Array.from(rows, (row) => actualOf(book, row))
  const by = corrections({ actual, quantiles, scale })
  const [from, to] = rowsOf(book, fold)
  corrected.set(said.subarray(from * Q, to * Q), from * Q)
  for (let row = from; row < to; row++) {
    if (Number.isNaN(said[row * Q])) continue
    correct(corrected, row * Q, scaleOf(said, row * Q, sheet.level[row] as number), by)
  }
}
