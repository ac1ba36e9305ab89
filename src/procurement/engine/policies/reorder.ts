import { poisson } from './gamma'
import { type Costs, discreteCost, normalCost } from './newsvendor'

export interface ReorderUpTo {
  /** Order when stock is at or below this … */
  readonly reorderAt: number
  /** … up to this. */
  readonly upTo: number
  /** Expected cost of a period. */
  readonly cost: number
}

/**
 * The best (s, S) policy for whole demand that comes independently every period, by the exact algorithm of Zheng and
 * Federgruen (Operations Research 39, 1991): S grows from the newsvendor's level while G(S) may still pay, and s follows.
 * @param chances of 0, 1, 2 … in one period
 * @param levels chances of the demand of lead time and one period, which holding and shortage are counted on
 */
export function reorderUpTo(
  costs: Costs,
  orderCost: number,
  chances: readonly number[],
  levels = chances,
): ReorderUpTo {
  const known = new Map<number, number>()
  const g = (stock: number): number => {
    const found = known.get(stock) ?? discreteCost(costs, stock, levels)
    known.set(stock, found)
    return found
  }
  const none = 1 - (chances[0] ?? 0)
  // renewal measure m(j): expected periods in which cumulative demand is exactly j
  const m: number[] = [1 / none]
  const sums: number[] = [0, 1 / none]
  const extend = (to: number) => {
    for (let j = m.length; j < to; j += 1) {
      let total = 0
      for (let l = 1; l <= Math.min(j, chances.length - 1); l += 1) total += (chances[l] ?? 0) * (m[j - l] ?? 0)
      m.push(total / none)
      sums.push((sums.at(-1) ?? 0) + total / none)
    }
  }
  const costOf = (s: number, upTo: number): number => {
    extend(upTo - s)
    let total = orderCost
    for (let j = 0; j < upTo - s; j += 1) total += (m[j] ?? 0) * g(upTo - j)
    return total / (sums[upTo - s] ?? 1)
  }

  let lowest = 0
  while (g(lowest + 1) < g(lowest)) lowest += 1
  let s = lowest
  do s -= 1
  while (costOf(s, lowest) > g(s))
  let best = { reorderAt: s, upTo: lowest, cost: costOf(s, lowest) }
  for (let upTo = lowest + 1; g(upTo) <= best.cost; upTo += 1) {
    if (costOf(s, upTo) >= best.cost) continue
    best = { reorderAt: s, upTo, cost: costOf(s, upTo) }
    while (best.cost <= g(s + 1)) {
      s += 1
      best = { reorderAt: s, upTo, cost: costOf(s, upTo) }
    }
  }
  return best
}

/** Poisson demand a period, delivered after some whole periods. */
export const poissonReorderUpTo = (costs: Costs, orderCost: number, mean: number, leadTime: number): ReorderUpTo =>
  reorderUpTo(costs, orderCost, poisson(mean), poisson(mean * (leadTime + 1)))

export interface ContinuousDemand {
  /** A year's. */
  readonly mean: number
  readonly deviation: number
  /** In years. */
  readonly leadTime: number
  readonly orderCost: number
}

/** Expected cost of a year when Q is ordered at r: (Kλ + ∫ g over r … r + Q) / Q (Zheng 1992; Snyder and Shen 5.1). */
export function reorderCost(costs: Costs, demand: ContinuousDemand, reorderAt: number, quantity: number): number {
  const steps = 2_000
  const width = quantity / steps
  let area = 0
  for (let i = 0; i <= steps; i += 1) {
    // Simpson's rule
    const weight = i === 0 || i === steps ? 1 : i % 2 === 1 ? 4 : 2
    area += weight * levelCost(costs, demand, reorderAt + i * width)
  }
  return (demand.orderCost * demand.mean + (area * width) / 3) / quantity
}

function levelCost(costs: Costs, { mean, deviation, leadTime }: ContinuousDemand, level: number): number {
  return normalCost(costs, level, mean * leadTime, deviation * Math.sqrt(leadTime))
}

/** The r at which the cost rate of r and of r + Q is the same: best for this Q (Zheng 1992). */
export function reorderPointFor(costs: Costs, demand: ContinuousDemand, quantity: number): number {
  const { mean, deviation, leadTime } = demand
  const centre = mean * leadTime
  const reach = quantity + 12 * deviation * Math.sqrt(leadTime)
  let [low, high] = [centre - reach, centre + reach]
  for (let i = 0; i < 200; i += 1) {
    const middle = (low + high) / 2
    if (levelCost(costs, demand, middle) > levelCost(costs, demand, middle + quantity)) low = middle
    else high = middle
  }
  return (low + high) / 2
}

/** The best (r, Q): Q by golden section over the unimodal cost of the best r for it (Zheng 1992). */
export function reorderPoint(
  costs: Costs,
  demand: ContinuousDemand,
): { reorderAt: number; quantity: number; cost: number } {
  const deterministic = Math.sqrt(
    (2 * demand.orderCost * demand.mean * (costs.holding + costs.shortage)) / (costs.holding * costs.shortage),
  )
  const cost = (quantity: number) => reorderCost(costs, demand, reorderPointFor(costs, demand, quantity), quantity)
  const golden = (Math.sqrt(5) - 1) / 2
  // the economic quantity is a lower bound; spread in the lead time adds to it
  let [low, high] = [deterministic * 0.5, deterministic * 2 + 20 * demand.deviation * Math.sqrt(demand.leadTime)]
  while (high - low > 1e-7 * high) {
    const [left, right] = [high - golden * (high - low), low + golden * (high - low)]
    if (cost(left) < cost(right)) high = right
    else low = left
  }
  const quantity = (low + high) / 2
  return { reorderAt: reorderPointFor(costs, demand, quantity), quantity, cost: cost(quantity) }
}
