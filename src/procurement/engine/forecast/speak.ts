import { actualOf, type Book, rowsOf } from './book'
import { type Boosted, predict } from './boost'
import { empirical } from './empirical'
import { LEVELS, MEDIAN } from './levels'
import { weightedQuantile } from './weighted-quantile'

const Q = LEVELS.length
/** Methods that know one number only. */
const POINTS = ['naive', 'smoothed', 'theta'] as const
/** How far off they are taken to be, in units of the spread, before anything was seen: the normal distribution's quantiles. */
const NORMAL = [-1.645, -1.282, -0.674, 0, 0.674, 1.282, 1.645]

/** Lets the trees forecast a fold. */
export function speakTrees({ sheet, said }: Book, trees: Boosted, from: number, to: number): void {
  const { width, values } = sheet.features
  const answer = predict(trees, { rows: to - from, width, values: values.subarray(from * width, to * width) })
  for (let row = from; row < to; row++) {
    const own = answer.subarray((row - from) * Q, (row - from + 1) * Q).sort()
    const level = sheet.level[row] as number
    for (let q = 0; q < Q; q++) said.boosted[row * Q + q] = Math.max(0, (own[q] as number) * level)
  }
}

/** Lets a series' own past speak. */
export function speakEmpirical({ panel, sheet, clean, said }: Book, from: number, to: number): void {
  const buffers = { values: new Float64Array(128), weights: new Float64Array(128), out: new Float64Array(Q) }
  for (let row = from; row < to; row++) {
    empirical(buffers.out, panel, clean, sheet.cell[row] as number, sheet.origin[row] as number, buffers)
    said.empirical.set(buffers.out, row * Q)
  }
}

/** Lets the methods with one number only speak, with the errors they made lately around it, in units of the series' spread. */
export function speakPoints(book: Book, fold: number, seen: Int32Array): void {
  const { sheet, methods } = book
  const [from, to] = rowsOf(book, fold)
  for (const name of POINTS) {
    const point = sheet[name]
    const errors = new Float64Array(seen.length)
    const weights = new Float64Array(seen.length)
    let count = 0
    for (const row of seen) {
      const error = (actualOf(book, row) - (point[row] as number)) / (sheet.spread[row] as number)
      if (Number.isNaN(error)) continue
      errors[count] = error
      weights[count++] = 1
    }
    const around = LEVELS.map((level, q) =>
      count < 30 ? (NORMAL[q] as number) : weightedQuantile(errors, weights, count, level),
    )
    for (let row = from; row < to; row++) {
      for (let q = 0; q < Q; q++) {
        // the point itself stays the median: its bias is the correction's to take out
        const off = q === MEDIAN ? 0 : (around[q] as number) * (sheet.spread[row] as number)
        methods[name][row * Q + q] = Math.max(0, (point[row] as number) + off)
      }
    }
  }
}
