import { fillRoutes, type Rings } from './state'

/**
 * Clarke and Wright's savings on the neighbour lists, for problems without windows: joins the ends of routes,
 * largest saving first. On asymmetric matrices routes are joined tail to head only, never turned round.
 */
export function joinBySavings(s: Rings): void {
  const { problem, near, width } = s
  const { size, cost, demand, capacity } = problem
  const symmetric = problem.cost === problem.costTo
  const pairs: number[] = []
  for (let i = 1; i < size; i++) {
    for (let k = i * width; k < (i + 1) * width; k++) {
      const j = near[k]!
      const saving = cost[i * size]! + cost[j]! - cost[i * size + j]!
      // The saving in the high digits and the pair in the low ones, so that plain numbers can be sorted.
      if (saving > 0) pairs.push(-saving * size * size + i * size + j)
    }
  }
  const chain = Int32Array.from({ length: size }, (_, i) => i)
  const [head, tail, load] = [Int32Array.from(chain), Int32Array.from(chain), Int32Array.from(demand)]
  const [after, before] = [new Int32Array(size), new Int32Array(size)]
  const find = (i: number): number => {
    while (chain[i] !== i) i = chain[i] = chain[chain[i]!]!
    return i
  }
  const turn = (r: number): void => {
    for (let v = head[r]!; v !== 0; ) {
      const w = after[v]!
      after[v] = before[v]!
      before[v] = w
      v = w
    }
    const swap = head[r]!
    head[r] = tail[r]!
    tail[r] = swap
  }
  for (const key of Float64Array.from(pairs).sort()) {
    const pair = ((key % (size * size)) + size * size) % (size * size)
    const i = Math.floor(pair / size)
    const j = pair % size
    const x = find(i)
    const y = find(j)
    if (x === y || load[x]! + load[y]! > capacity) continue
    if (tail[x] !== i) {
      if (!symmetric || head[x] !== i) continue
      turn(x)
    }
    if (head[y] !== j) {
      if (!symmetric || tail[y] !== j) continue
      turn(y)
    }
    after[tail[x]!] = head[y]!
    before[head[y]!] = tail[x]!
    tail[x] = tail[y]!
    load[x]! += load[y]!
    chain[y] = x
  }
  const routes: number[][] = []
  for (let i = 1; i < size; i++) {
    if (find(i) !== i || load[i]! > capacity) continue
    const stops: number[] = []
    for (let v = head[i]!; v !== 0; v = after[v]!) stops.push(v)
    routes.push(stops)
  }
  // With fewer vehicles than chains, the longest chains go first and the rest waits to be put in.
  routes.sort((a, b) => b.length - a.length)
  fillRoutes(s, routes)
}
