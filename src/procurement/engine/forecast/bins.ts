/** Values a feature is told apart by; bin 0 is "missing". */
export const BINS = 64

/** Edges are drawn through this many values at most. */
const SAMPLE = 20_000

/** Numbers in rows of `width` features each; NaN is missing. */
export interface Matrix {
  readonly rows: number
  readonly width: number
  readonly values: Float32Array
}

/** Rising edges of one feature, at most `BINS - 2`, through equal shares of its values. */
function edgesOf({ rows, width, values }: Matrix, feature: number): Float32Array {
  const step = Math.max(1, Math.floor(rows / SAMPLE))
  const found = new Float32Array(Math.ceil(rows / step))
  let count = 0
  for (let row = 0; row < rows; row += step) {
    const value = values[row * width + feature] as number
    if (!Number.isNaN(value)) found[count++] = value
  }
  const sorted = found.subarray(0, count).sort()
  const edges: number[] = []
  for (let bin = 1; bin < BINS - 1; bin++) {
    const edge = sorted[Math.floor((bin * count) / (BINS - 1))]
    if (edge !== undefined && (edges.length === 0 || edge > (edges.at(-1) as number))) edges.push(edge)
  }
  return Float32Array.from(edges)
}

export const edgesOfAll = (matrix: Matrix): Float32Array[] =>
  Array.from({ length: matrix.width }, (_, feature) => edgesOf(matrix, feature))

function binOf(edges: Float32Array, value: number): number {
  if (Number.isNaN(value)) return 0
  let low = 0
  let high = edges.length
  while (low < high) {
    const middle = (low + high) >> 1
    if ((edges[middle] as number) < value) low = middle + 1
    else high = middle
  }
  return low + 1
}

/** One column of bins per feature. */
export const binned = ({ rows, width, values }: Matrix, edges: readonly Float32Array[]): Uint8Array[] =>
  edges.map((own, feature) => {
    const column = new Uint8Array(rows)
    for (let row = 0; row < rows; row++) column[row] = binOf(own, values[row * width + feature] as number)
    return column
  })
