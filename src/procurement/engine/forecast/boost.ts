import { binned, edgesOfAll, type Matrix } from './bins'
import { rngOf } from './rng'
import { grow, type Growth, leafOf, type Tree } from './tree'
import { weightedQuantile } from './weighted-quantile'

export interface BoostOptions extends Growth {
  /** Shares of 1, rising: every tree has one value per level in each leaf. */
  readonly levels: readonly number[]
  readonly trees: number
  readonly rate: number
  /** Shares of the rows and of the features each tree is grown on. */
  readonly rowShare: number
  readonly columnShare: number
  readonly seed: number
}

/** Boosted trees that answer several quantiles at once. */
export interface Boosted {
  readonly levels: readonly number[]
  readonly edges: readonly Float32Array[]
  readonly base: Float64Array
  readonly trees: readonly Tree[]
}

/**
 * Gradient boosting for quantiles (Friedman 2001; quantile loss and leaf values as in LightGBM): the levels share each
 * tree's splits, which follow the mean of their gradients, and have leaf values of their own, the weighted quantile of
 * what is left. `weights` are relative.
 */
export function boost(matrix: Matrix, target: Float64Array, weights: Float64Array, options: BoostOptions): Boosted {
  const { levels, rate, seed } = options
  const { rows, width } = matrix
  const edges = edgesOfAll(matrix)
  const columns = binned(matrix, edges)
  const random = rngOf(seed)
  const weight = scaled(weights)
  const [values, own] = [new Float64Array(rows), new Float64Array(rows)]
  const base = Float64Array.from(levels, (level) => {
    values.set(target)
    own.set(weight)
    return weightedQuantile(values, own, rows, level)
  })
  const fitted = levels.map((_, q) => new Float64Array(rows).fill(base[q] as number))
  const gradient = new Float64Array(rows)
  const trees: Tree[] = []
  for (let made = 0; made < options.trees; made++) {
    for (let row = 0; row < rows; row++) {
      let pull = 0
      for (let q = 0; q < levels.length; q++) {
        const above = (target[row] as number) > ((fitted[q] as Float64Array)[row] as number)
        pull += above ? (levels[q] as number) : (levels[q] as number) - 1
      }
      gradient[row] = (pull / levels.length) * (weight[row] as number)
    }
    const drawn = draw(rows, options.rowShare, random)
    const features = draw(width, options.columnShare, random)
    const { tree, leaves } = grow({ columns, gradient, weight, rows: drawn, features }, options, levels.length)
    for (const { node, from, to } of leaves) {
      for (let q = 0; q < levels.length; q++) {
        const now = fitted[q] as Float64Array
        for (let k = from; k < to; k++) {
          const row = drawn[k] as number
          values[k - from] = (target[row] as number) - (now[row] as number)
          own[k - from] = weight[row] as number
        }
        tree.value[node * levels.length + q] = rate * weightedQuantile(values, own, to - from, levels[q] as number)
      }
    }
    for (let row = 0; row < rows; row++) {
      const at = leafOf(tree, columns, row) * levels.length
      for (let q = 0; q < levels.length; q++) {
        const now = fitted[q] as Float64Array
        now[row] = (now[row] as number) + (tree.value[at + q] as number)
      }
    }
    trees.push(tree)
  }
  return { levels, edges, base, trees }
}

/** Row × level. */
export function predict({ levels, edges, base, trees }: Boosted, matrix: Matrix): Float64Array {
  const columns = binned(matrix, edges)
  const answer = new Float64Array(matrix.rows * levels.length)
  for (let row = 0; row < matrix.rows; row++) {
    const to = row * levels.length
    answer.set(base, to)
    for (const tree of trees) {
      const from = leafOf(tree, columns, row) * levels.length
      for (let q = 0; q < levels.length; q++) {
        answer[to + q] = (answer[to + q] as number) + (tree.value[from + q] as number)
      }
    }
  }
  return answer
}

/** To a mean of 1. */
function scaled(weights: Float64Array): Float64Array {
  const sum = weights.reduce((a, b) => a + b, 0)
  return weights.map((weight) => (sum > 0 ? (weight * weights.length) / sum : 1))
}

/** A share of the numbers below `count`, each at most once, rising. At least one. */
function draw(count: number, share: number, random: () => number): Int32Array {
  let wanted = Math.max(1, Math.round(count * share))
  const drawn = new Int32Array(wanted)
  let taken = 0
  for (let i = 0; wanted > 0; i++) {
    if (random() * (count - i) >= wanted) continue
    drawn[taken++] = i
    wanted--
  }
  return drawn
}
