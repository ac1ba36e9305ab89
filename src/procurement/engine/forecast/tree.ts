import { BINS } from './bins'

/** A tree in flat arrays: an inner node sends a row left when its bin is at most `bin`; the right child follows the left. */
export interface Tree {
  readonly feature: Int16Array
  readonly bin: Uint8Array
  readonly left: Int32Array
  /** Node × level. */
  readonly value: Float64Array
}

export interface Growth {
  readonly leaves: number
  /** Least sum of weights in a leaf, where a row weighs 1 on average. */
  readonly minWeight: number
  readonly l2: number
}

/** What a tree is grown on: columns of bins, gradients and weights of rows, and the rows and features it may use. */
export interface Ground {
  readonly columns: readonly Uint8Array[]
  readonly gradient: Float64Array
  readonly weight: Float64Array
  /** Reordered in place so that each leaf's rows stand together. */
  readonly rows: Int32Array
  readonly features: Int32Array
}

/** A leaf's rows: `rows[from]` to before `rows[to]`. */
export interface Leaf {
  readonly node: number
  readonly from: number
  readonly to: number
}

interface Open extends Leaf {
  readonly histogram: Float64Array
  readonly gradient: number
  readonly weight: number
  readonly split: Split
}

interface Split {
  readonly gain: number
  readonly feature: number
  readonly bin: number
  readonly gradient: number
  readonly weight: number
}

const NONE: Split = { gain: 0, feature: -1, bin: 0, gradient: 0, weight: 0 }

/** Grows one tree best split first (as LightGBM does, Ke et al. 2017); the leaves' values are the caller's to fill. */
export function grow(ground: Ground, growth: Growth, levels: number): { tree: Tree; leaves: Leaf[] } {
  const size = 2 * growth.leaves
  const tree: Tree = {
    feature: new Int16Array(size).fill(-1),
    bin: new Uint8Array(size),
    left: new Int32Array(size),
    value: new Float64Array(size * levels),
  }
  const spare = new Int32Array(ground.rows.length)
  let nodes = 1
  let gradient = 0
  let weight = 0
  for (const row of ground.rows) {
    gradient += ground.gradient[row] as number
    weight += ground.weight[row] as number
  }
  const histogram = histogramOf(ground, 0, ground.rows.length)
  const root = { node: 0, from: 0, to: ground.rows.length, histogram, gradient, weight }
  const open: Open[] = [{ ...root, split: bestSplit(ground, growth, root) }]
  const leaves: Leaf[] = []
  while (open.length > 0) {
    let best = 0
    for (let i = 1; i < open.length; i++) {
      if ((open[i] as Open).split.gain > (open[best] as Open).split.gain) best = i
    }
    const [leaf] = open.splice(best, 1) as [Open]
    if (leaf.split.feature < 0 || open.length + leaves.length + 2 > growth.leaves) {
      leaves.push(leaf)
      continue
    }
    const { split } = leaf
    const middle = partition(ground, leaf, spare)
    const [leftNode, rightNode] = [nodes, nodes + 1]
    nodes += 2
    tree.feature[leaf.node] = ground.features[split.feature] as number
    tree.bin[leaf.node] = split.bin
    tree.left[leaf.node] = leftNode
    const { left, right } = histogramsOf(ground, leaf, middle)
    const one = {
      node: leftNode,
      from: leaf.from,
      to: middle,
      histogram: left,
      gradient: split.gradient,
      weight: split.weight,
    }
    const other = {
      node: rightNode,
      from: middle,
      to: leaf.to,
      histogram: right,
      gradient: leaf.gradient - split.gradient,
      weight: leaf.weight - split.weight,
    }
    for (const child of [one, other]) open.push({ ...child, split: bestSplit(ground, growth, child) })
  }
  return { tree, leaves }
}

/** Adds up the smaller child's rows only; the other's sums are what its parent has left. */
function histogramsOf(ground: Ground, leaf: Open, middle: number) {
  const smallerIsLeft = middle - leaf.from < leaf.to - middle
  const smaller = smallerIsLeft ? histogramOf(ground, leaf.from, middle) : histogramOf(ground, middle, leaf.to)
  const larger = leaf.histogram
  for (let i = 0; i < larger.length; i++) larger[i] = (larger[i] as number) - (smaller[i] as number)
  return smallerIsLeft ? { left: smaller, right: larger } : { left: larger, right: smaller }
}

/** Sums of gradient and weight, by feature and bin. */
function histogramOf({ columns, gradient, weight, rows, features }: Ground, from: number, to: number): Float64Array {
  const sums = new Float64Array(features.length * BINS * 2)
  const count = to - from
  const own = new Int32Array(count)
  const g = new Float64Array(count)
  const w = new Float64Array(count)
  for (let k = 0; k < count; k++) {
    const row = rows[from + k] as number
    own[k] = row
    g[k] = gradient[row] as number
    w[k] = weight[row] as number
  }
  for (let f = 0; f < features.length; f++) {
    const column = columns[features[f] as number] as Uint8Array
    const base = f * BINS * 2
    for (let k = 0; k < count; k++) {
      const at = base + 2 * (column[own[k] as number] as number)
      sums[at] = (sums[at] as number) + (g[k] as number)
      sums[at + 1] = (sums[at + 1] as number) + (w[k] as number)
    }
  }
  return sums
}

/** The split with the largest gain G²/(W+λ) left and right over the whole; none when no side is heavy enough. */
function bestSplit(
  { features }: Ground,
  { minWeight, l2 }: Growth,
  { histogram, gradient, weight }: Pick<Open, 'histogram' | 'gradient' | 'weight'>,
): Split {
  if (weight < 2 * minWeight) return NONE
  const whole = (gradient * gradient) / (weight + l2)
  let best = NONE
  for (let f = 0; f < features.length; f++) {
    let leftGradient = 0
    let leftWeight = 0
    for (let bin = 0; bin < BINS - 1; bin++) {
      const at = (f * BINS + bin) * 2
      leftGradient += histogram[at] as number
      leftWeight += histogram[at + 1] as number
      if (leftWeight < minWeight) continue
      const rightWeight = weight - leftWeight
      if (rightWeight < minWeight) break
      const rightGradient = gradient - leftGradient
      const gain =
        (leftGradient * leftGradient) / (leftWeight + l2) + (rightGradient * rightGradient) / (rightWeight + l2) - whole
      if (gain > best.gain + 1e-12) best = { gain, feature: f, bin, gradient: leftGradient, weight: leftWeight }
    }
  }
  return best
}

/** Puts the leaf's rows that go left before those that go right; returns where the right ones begin. */
function partition({ columns, rows, features }: Ground, { from, to, split }: Open, spare: Int32Array): number {
  const column = columns[features[split.feature] as number] as Uint8Array
  let left = from
  let right = 0
  for (let k = from; k < to; k++) {
    const row = rows[k] as number
    if ((column[row] as number) <= split.bin) rows[left++] = row
    else spare[right++] = row
  }
  rows.set(spare.subarray(0, right), left)
  return left
}

/** The leaf a row falls into. */
export function leafOf({ feature, bin, left }: Tree, columns: readonly Uint8Array[], row: number): number {
  let node = 0
  for (let f = feature[0] as number; f >= 0; f = feature[node] as number) {
    const goesLeft = ((columns[f] as Uint8Array)[row] as number) <= (bin[node] as number)
    node = (left[node] as number) + (goesLeft ? 0 : 1)
  }
  return node
}
