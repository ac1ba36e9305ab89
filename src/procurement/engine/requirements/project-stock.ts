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
  const left = new Float64Array(supplies.length)
  for (let i = 0; i < left.length; i += 1) left[i] = supplies[i]!.quantity
  const inOrder = byExpiry(supplies)
  for (let day = 0; day < short.length; day += 1) {
    let missing = short[day]!
    for (let at = 0; at < inOrder.length && missing > 0; at += 1) {
      const i = inOrder[at]!
      const supply = supplies[i]!
      if (supply.from > day || supply.lastDay < day) continue
      const taken = Math.min(missing, left[i]!)
      left[i]! -= taken
      missing -= taken
    }
    short[day] = missing
  }
  return { short, left }
}

/** Places of the supplies, the earliest expiry first; of equals what comes first. */
function byExpiry(supplies: readonly Supply[]): number[] {
  const order: number[] = []
  for (let i = 0; i < supplies.length; i += 1) {
    const { lastDay, from } = supplies[i]!
    let at = i
    for (; at > 0; at -= 1) {
      const other = supplies[order[at - 1]!]!
      if (other.lastDay < lastDay || (other.lastDay === lastDay && other.from <= from)) break
      order[at] = order[at - 1]!
    }
    order[at] = i
  }
  return order
}
