interface Times {
  readonly size: number
  readonly seconds: ArrayLike<number>
}

/**
 * An order of a few places from a start: always on to the nearest, then no two ways cross (2-opt). For the dozen stops of
 * one run; whole plans are the routing engine's.
 */
export function shortestFirst({ size, seconds }: Times, start: number, places: readonly number[]): number[] {
  const way = (from: number, to: number) => seconds[from * size + to] ?? 0
  const order: number[] = []
  const left = new Set(places)
  for (let at = start; left.size > 0; ) {
    const next = [...left].reduce((best, place) => (way(at, place) < way(at, best) ? place : best))
    order.push(next)
    left.delete(next)
    at = next
  }
  const length = (tried: readonly number[]) =>
    tried.reduce((sum, place, i) => sum + way(i === 0 ? start : (tried[i - 1] ?? start), place), 0)
  for (let better = true; better; ) {
    better = false
    for (let i = 0; i < order.length - 1; i++)
      for (let j = i + 1; j < order.length; j++) {
        const tried = [...order.slice(0, i), ...order.slice(i, j + 1).reverse(), ...order.slice(j + 1)]
        if (length(tried) >= length(order)) continue
        order.splice(0, order.length, ...tried)
        better = true
      }
  }
  return order
}
