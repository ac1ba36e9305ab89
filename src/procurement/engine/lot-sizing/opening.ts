import type { ItemProblem } from './item'

export interface Opening {
  /** Cost of having so many units of the lots used, by units. */
  readonly cost: Float64Array
  readonly exact: boolean
}

/**
 * How much of the stock at hand may be used, and what the rest costs that expires: lots that expire inside the horizon
 * are used before those that do not, as far as their days' demand goes.
 */
export function openingOf({ demand, lots, shelfLife, waste, deliveries }: ItemProblem): Opening {
  const horizon = demand.length
  const firstExpiry = Math.min(horizon - 1, (deliveries[0]?.day ?? horizon) + shelfLife - 1)
  let exact = true
  const byDay = [...lots]
    .map(({ quantity, lastDay }) => {
      const clipped = Math.min(lastDay, horizon - 1)
      if (clipped > firstExpiry && quantity > 0) exact = false
      return { quantity, day: Math.min(clipped, firstExpiry), expires: lastDay < horizon }
    })
    .sort((a, b) => a.day - b.day || Number(b.expires) - Number(a.expires))

  let expiring = 0
  let usableExpiring = 0
  let usable = 0
  let demanded = 0
  let day = -1
  for (const lot of byDay) {
    while (day < lot.day) demanded += demand[++day] ?? 0
    const useful = Math.max(0, Math.min(lot.quantity, demanded - usable))
    usable += useful
    if (lot.expires) {
      expiring += lot.quantity
      usableExpiring += useful
    }
  }
  const cost = new Float64Array(usable + 1)
  for (let used = 0; used <= usable; used += 1) cost[used] = waste * (expiring - Math.min(used, usableExpiring))
  return { cost, exact }
}
