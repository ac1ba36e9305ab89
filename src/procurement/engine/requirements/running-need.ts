/** Sums of the item that is being planned; each item overwrites the last one's, so that none has to be made. */
const running = { total: new Float64Array(32), weighted: new Float64Array(32) }

/** Needs summed up to each day, that day left out; and the same with each day's need times its number. */
export function runningNeed(need: Float64Array): { readonly total: Float64Array; readonly weighted: Float64Array } {
  if (running.total.length <= need.length) {
    running.total = new Float64Array(need.length + 1)
    running.weighted = new Float64Array(need.length + 1)
  }
  const { total, weighted } = running
  for (let day = 0; day < need.length; day += 1) {
    total[day + 1] = total[day]! + need[day]!
    weighted[day + 1] = weighted[day]! + need[day]! * day
  }
  return running
}

export interface Coverable {
  /** What deliveries can bring in time, by day. */
  readonly need: Float64Array
  /** What none can. */
  readonly unmet: readonly { readonly day: number; readonly quantity: number }[]
}

/** Parts the days that some delivery reaches, fresh enough, from those that none does. */
export function coverable(net: Float64Array, deliveries: readonly number[], shelfLife: number): Coverable {
  let need = net
  const unmet: { day: number; quantity: number }[] = []
  let latest = -1
  let next = 0
  for (let day = 0; day < need.length; day += 1) {
    while (next < deliveries.length && deliveries[next]! <= day) latest = deliveries[next++]!
    if (need[day]! <= 0 || (latest >= 0 && day < latest + shelfLife)) continue
    if (need === net) need = net.slice()
    unmet.push({ day, quantity: need[day]! })
    need[day] = 0
  }
  return { need, unmet }
}
