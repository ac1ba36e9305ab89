import { describe, expect, it } from 'vitest'
import { boost, predict } from '../../../src/procurement/engine/forecast/boost'
import { rngOf } from '../../../src/procurement/engine/forecast/rng'

const OPTIONS = {
  levels: [0.1, 0.5, 0.9],
  trees: 80,
  rate: 0.1,
  leaves: 8,
  minWeight: 20,
  l2: 1,
  rowShare: 1,
  columnShare: 1,
  seed: 1,
}

/** y = 10 for x below .5, else 20, ± up to 3; the second feature says nothing and is sometimes missing. */
function example(rows: number) {
  const random = rngOf(5)
  const values = new Float32Array(rows * 2)
  const target = new Float64Array(rows)
  for (let row = 0; row < rows; row++) {
    values[row * 2] = random()
    values[row * 2 + 1] = random() < 0.2 ? Number.NaN : random()
    target[row] = ((values[row * 2] as number) < 0.5 ? 10 : 20) + 6 * (random() - 0.5)
  }
  return { matrix: { rows, width: 2, values }, target, weights: new Float64Array(rows).fill(1) }
}

describe('boosted trees', () => {
  const { matrix, target, weights } = example(4_000)
  const said = predict(boost(matrix, target, weights, OPTIONS), matrix)
  const at = (row: number, q: number) => said[row * 3 + q] as number
  const rows = [...target.keys()]

  it('find the step and the spread around it: 7.6, 10 and 12.4 below, ten more above', () => {
    const [below, above] = [
      rows.filter((row) => (matrix.values[row * 2] as number) < 0.45),
      rows.filter((row) => (matrix.values[row * 2] as number) > 0.55),
    ]
    const mean = (own: readonly number[], q: number) => own.reduce((sum, row) => sum + at(row, q), 0) / own.length
    for (const [q, expected] of [7.6, 10, 12.4].entries()) {
      expect(Math.abs(mean(below, q) - expected)).toBeLessThan(0.35)
      expect(Math.abs(mean(above, q) - expected - 10)).toBeLessThan(0.35)
    }
  })

  it('cover the share they are asked for', () => {
    for (const [q, level] of OPTIONS.levels.entries()) {
      const covered = rows.filter((row) => (target[row] as number) <= at(row, q)).length / rows.length
      expect(Math.abs(covered - level)).toBeLessThan(0.03)
    }
  })

  it('are the same for the same seed, and others for another', () => {
    const again = (seed: number) =>
      predict(boost(matrix, target, weights, { ...OPTIONS, rowShare: 0.5, trees: 5, seed }), matrix)
    expect(again(2)).toEqual(again(2))
    expect(again(2)).not.toEqual(again(3))
  })
})
