/** Moves the `count` smallest keys to the front, in any order (Hoare's selection, linear on average). */
function select(keys: Float64Array, size: number, count: number): void {
  let from = 0
  let to = size - 1
  while (from < to) {
    const pivot = keys[(from + to) >> 1]!
    let i = from
    let j = to
    while (i <= j) {
      while (keys[i]! < pivot) i++
      while (keys[j]! > pivot) j--
      if (i <= j) {
        const swap = keys[i]!
        keys[i++] = keys[j]!
        keys[j--] = swap
      }
    }
    if (count <= j) to = j
    else if (count >= i) from = i
    else return
  }
}

/**
 * For every node from `first` to `size - 1` the `count` nodes of that range with the smallest `proximity`, nearest first.
 * Row `c` starts at `c * count`; the node itself is left out. Proximity is a whole number below 2^40.
 */
export function nearest(
  first: number,
  size: number,
  count: number,
  proximity: (from: number, to: number) => number,
): Int32Array {
  const near = new Int32Array(size * count)
  const keys = new Float64Array(size - first)
  for (let c = first; c < size; c++) {
    // The node number rides in the low digits of its key, so sorting plain numbers sorts the nodes.
    for (let j = first; j < size; j++) keys[j - first] = proximity(c, j) * size + j
    keys[c - first] = Number.MAX_VALUE
    select(keys, size - first, count)
    const row = keys.subarray(0, count).sort()
    for (let k = 0; k < count; k++) near[c * count + k] = row[k]! % size
  }
  return near
}
