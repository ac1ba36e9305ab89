/** Goods that are there or will be: usable from one day to another, both included; days count from today. */
export interface Supply {
  readonly quantity: number
  readonly from: number
  readonly lastDay: number
}

export interface Projection {
  /** What nothing covers, by day. */
  readonly short: Float64Array
  /** What will be left of each supply when it expires or the horizon ends, in the order given. */
  readonly left: Float64Array
}

/**
 * Plays the days through, first expired first out: what a supply still holds after its last day is lost and covers
 * nothing. So only what really expires unused is missing again.
 */
export function projectStock(need: Float64Array, supplies: readonly Supply[]): Projection {
  const short = need.slice()
  const left = Float64Array.from(supplies, ({ quantity }) => quantity)
  const inOrder = supplies.map((_, i) => i)
  if (inOrder.length > 1)
    inOrder.sort(
      (a, b) => supplies[a]!.lastDay - supplies[b]!.lastDay || supplies[a]!.from - supplies[b]!.from || a - b,
    )
  for (let day = 0; day < short.length; day += 1) {
    let missing = short[day]!
    for (const i of inOrder) {
      if (missing <= 0) break
      const { from, lastDay } = supplies[i]!
      if (from > day || lastDay < day) continue
      const taken = Math.min(missing, left[i]!)
      left[i]! -= taken
      missing -= taken
    }
    short[day] = missing
  }
  return { short, left }
}
