import { boost, type Boosted, type BoostOptions } from './boost'
import { actualOf, type Book } from './book'
import { LEVELS } from './levels'
import { rngOf } from './rng'

/** More rows hardly help and cost time; fewer cannot carry a tree. */
const MOST_ROWS = 50_000
const LEAST_ROWS = 150

/** Tuned on the canteens of Nantes in 2014 and 2015, see docs/forecasting.md. */
const OPTIONS: Omit<BoostOptions, 'seed'> = {
  levels: LEVELS,
  trees: 120,
  rate: 0.06,
  leaves: 31,
  minWeight: 40,
  l2: 1,
  rowShare: 0.5,
  columnShare: 0.45,
}

/** Trees from every row whose demand was known before the slot; undefined when there are too few. */
export function learn(
  book: Book,
  { before, from, seed }: { before: number; from: number; seed: number },
): Boosted | undefined {
  const { panel, sheet } = book
  const rows: number[] = []
  for (let row = 0; row < sheet.cell.length; row++) {
    const slot = panel.slot[sheet.cell[row] as number] as number
    if (slot < before && slot >= from && !Number.isNaN(actualOf(book, row))) rows.push(row)
  }
  const chosen = sample(rows, MOST_ROWS, rngOf(seed))
  if (chosen.length < LEAST_ROWS) return undefined
  const { width, values } = sheet.features
  const matrix = { rows: chosen.length, width, values: new Float32Array(chosen.length * width) }
  const target = new Float64Array(chosen.length)
  const weight = new Float64Array(chosen.length)
  chosen.forEach((row, i) => {
    matrix.values.set(values.subarray(row * width, (row + 1) * width), i * width)
    target[i] = actualOf(book, row) / (sheet.level[row] as number)
    weight[i] = sheet.level[row] as number
  })
  const minWeight = Math.min(OPTIONS.minWeight, Math.max(5, chosen.length / 60))
  return boost(matrix, target, weight, { ...OPTIONS, minWeight, seed })
}

/** At most so many, in their order, each with the same chance. */
function sample(rows: readonly number[], most: number, random: () => number): readonly number[] {
  let wanted = Math.min(most, rows.length)
  if (wanted === rows.length) return rows
  return rows.filter((_, i) => {
    if (random() * (rows.length - i) >= wanted) return false
    wanted--
    return true
  })
}
