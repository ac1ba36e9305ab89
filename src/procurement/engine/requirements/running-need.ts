/** Sums of the item that is being planned; each item overwrites the last one's, so that none has to be made. */
const running = { total: new Float64Array(32), weighted: new Float64Array(32) }

/** Needs of the first days summed up to each day, that day left out; and the same with each day's need times its number. */
export function runningNeed(
  need: ArrayLike<number>,
  days: number,
): { readonly total: Float64Array; readonly weighted: Float64Array } {
  if (running.total.length <= days) {
    running.total = new Float64Array(days + 1)
    running.weighted = new Float64Array(days + 1)
  }
  const { total, weighted } = running
  for (let day = 0; day < days; day += 1) {
    const units = need[day]!
    total[day + 1] = total[day]! + units
    weighted[day + 1] = weighted[day]! + units * day
  }
  return running
}

export interface Coverable {
  /** What deliveries can bring in time, by day. */
  readonly need: ArrayLike<number>
  /** What none can. */
  readonly unmet: readonly { readonly day: number; readonly quantity: number }[]
}

/** Of nearly every item deliveries can bring everything. */
const NOTHING: Coverable['unmet'] = []

/** Parts the days that some delivery reaches, fresh enough, from those that none does. */
export function coverable(net: ArrayLike<number>, deliveries: readonly number[], shelfLife: number): Coverable {
  let need: Float64Array | undefined
  const unmet: { day: number; quantity: number }[] = []
  let latest = -1
  let next = 0
  for (let day = 0; day < net.length; day += 1) {
    while (next < deliveries.length && deliveries[next]! <= day) latest = deliveries[next++]!
    if (net[day]! <= 0 || (latest >= 0 && day < latest + shelfLife)) continue
    need ??= Float64Array.from(net)
    unmet.push({ day, quantity: net[day]! })
    need[day] = 0
  }
  return need ? { need, unmet } : { need: net, unmet: NOTHING }
}
