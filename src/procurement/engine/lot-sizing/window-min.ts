export interface Lags {
  /** The nearest and the farthest element looked back at; negative lags look ahead. */
  readonly from: number
  readonly to: number
  /** Only every so many elements count. */
  readonly stride: number
}

/**
 * The least of `values[j − lag]` over all lags, for every j below `length`, and where it stands (−1 for nowhere).
 * Each element enters and leaves a queue once, so the time grows with the length and not with the width of the window
 * (Lemire, Streaming maximum-minimum filter, 2006).
 */
export function windowMin(
  values: Float64Array,
  length: number,
  { from, to, stride }: Lags,
  least: Float64Array,
  where: Int32Array,
): void {
  const queue = new Int32Array(Math.floor(values.length / stride) + 2)
  const residues = Math.min(stride, length)
  for (let residue = 0; residue < residues; residue += 1) {
    let head = 0
    let tail = 0
    let next = residue
    for (let j = residue; j < length; j += stride) {
      const newest = Math.min(j - from, values.length - 1)
      for (; next <= newest; next += stride) {
        const value = values[next]!
        if (value === Number.POSITIVE_INFINITY) continue
        while (tail > head && values[queue[tail - 1]!]! >= value) tail -= 1
        queue[tail++] = next
      }
      while (tail > head && queue[head]! < j - to) head += 1
      const found = tail > head ? queue[head]! : -1
      where[j] = found
      least[j] = found < 0 ? Number.POSITIVE_INFINITY : values[found]!
    }
  }
}
