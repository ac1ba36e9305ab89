/**
 * The smallest value at which the weights of all values up to it reach `share` of their sum; 0 for no values.
 * Partitions `values` and `weights` in place (quickselect), so it takes linear time on average.
 */
export function weightedQuantile(values: Float64Array, weights: Float64Array, count: number, share: number): number {
  let total = 0
  for (let i = 0; i < count; i++) total += weights[i] as number
  let wanted = share * total
  let low = 0
  let high = count - 1
  while (low < high) {
    const pivot = medianOfThree(values[low] as number, values[(low + high) >> 1] as number, values[high] as number)
    let left = low
    let right = high
    let below = 0
    while (left <= right) {
      while ((values[left] as number) < pivot) below += weights[left++] as number
      while ((values[right] as number) > pivot) right--
      if (left > right) break
      const [value, weight] = [values[left] as number, weights[left] as number]
      values[left] = values[right] as number
      weights[left] = weights[right] as number
      values[right] = value
      weights[right--] = weight
      below += weights[left++] as number
    }
    // [low, right] ≤ pivot, [left, high] ≥ pivot, and what lies between equals it
    let between = 0
    for (let i = right + 1; i < left; i++) between += weights[i] as number
    const lower = below - between
    if (wanted <= lower && right >= low) high = right
    else if (wanted <= below) return pivot
    else {
      wanted -= below
      low = left
    }
  }
  return count === 0 ? 0 : (values[low] as number)
}

const medianOfThree = (a: number, b: number, c: number): number => Math.max(Math.min(a, b), Math.min(Math.max(a, b), c))
