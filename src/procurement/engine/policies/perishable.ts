import { gammaDistribution } from './gamma'

export interface PerishableItem {
  /** Periods a unit may be used in. */
  readonly life: number
  /** Periods from the order to the goods; 1 is the next period's start. */
  readonly leadTime: number
  readonly maxOrder: number
  readonly issue: 'fifo' | 'lifo'
  /** Chances of a demand of 0, 1, 2 … */
  readonly demand: readonly number[]
  readonly orderCost: number
  readonly shortage: number
  readonly wastage: number
  readonly holding: number
  readonly discount: number
}

export interface PerishablePolicy {
  /** Discounted cost of starting with nothing. */
  readonly cost: number
  /** Best order by state; `quantities` of a state are what is on its way (soonest last) and then stock, freshest first. */
  readonly order: (quantities: readonly number[]) => number
  readonly states: number
}

/** Chances of a gamma demand rounded to whole units. */
export function roundedGamma(mean: number, variation: number): number[] {
  const shape = 1 / variation ** 2
  const scale = mean / shape
  const chances: number[] = []
  for (let below = 0, k = 0; below < 1 - 1e-12; k += 1) {
    const upTo = gammaDistribution(k + 0.5, shape, scale)
    chances.push(upTo - below)
    below = upTo
  }
  return chances
}

/**
 * The best policy for a perishable item by value iteration over stock by age and goods on their way; a period is: order,
 * issue, count what is short, throw away what is too old, carry the rest, receive (De Moor, Gijsbrechts and Boute 2022,
 * European Journal of Operational Research 301, section 4). Iterates until no value moves by more than a billionth.
 */
export function perishablePolicy(item: PerishableItem): PerishablePolicy {
  const { life, leadTime, maxOrder, discount } = item
  const places = life + leadTime - 1
  const base = maxOrder + 1
  const states = base ** places
  const { after, cost } = transitions(item, places, base)
  let values = new Float64Array(states)
  const choice = new Int32Array(states)
  for (let moved = Number.POSITIVE_INFINITY; moved > 1e-9; ) {
    // worth of a state before the new order is added to what is on its way
    const next = new Float64Array(states)
    moved = 0
    for (let state = 0; state < states; state += 1) {
      let best = Number.POSITIVE_INFINITY
      for (let order = 0; order <= maxOrder; order += 1) {
        let worth = item.orderCost * order + cost[state]!
        const first = state * item.demand.length
        for (let d = 0; d < item.demand.length; d += 1)
          worth += discount * item.demand[d]! * values[after[first + d]! + order * base ** (places - 1)]!
        if (worth < best - 1e-12) {
          best = worth
          choice[state] = order
        }
      }
      next[state] = best
      moved = Math.max(moved, Math.abs(best - values[state]!))
    }
    values = next
  }
  const place = (quantities: readonly number[]) => quantities.reduce((sum, units) => sum * base + units, 0)
  return { cost: values[0]!, order: (quantities) => choice[place(quantities)]!, states }
}

/** For every state and demand the state after it, with nothing newly ordered; for every state the expected cost of a period. */
function transitions(item: PerishableItem, places: number, base: number) {
  const { life, demand, issue } = item
  const states = base ** places
  const after = new Int32Array(states * demand.length)
  const cost = new Float64Array(states)
  const quantities = Array.from({ length: places }, () => 0)
  for (let state = 0; state < states; state += 1) {
    for (let i = places - 1, rest = state; i >= 0; i -= 1, rest = Math.floor(rest / base)) quantities[i] = rest % base
    for (let d = 0; d < demand.length; d += 1) {
      const stock = quantities.slice(places - life)
      let asked = d
      for (let i = 0; i < life; i += 1) {
        const age = issue === 'fifo' ? life - 1 - i : i
        const taken = Math.min(asked, stock[age]!)
        stock[age]! -= taken
        asked -= taken
      }
      const wasted = stock[life - 1]!
      const carried = stock.slice(0, life - 1)
      const kept = carried.reduce((sum, units) => sum + units, 0)
      cost[state]! += demand[d]! * (item.shortage * asked + item.wastage * wasted + item.holding * kept)
      // everything moves one place: what is on its way comes nearer, stock grows older; the newest place is free
      const moved = [0, ...quantities.slice(0, places - life), ...carried]
      after[state * demand.length + d] = moved.reduce((sum, units) => sum * base + units, 0)
    }
  }
  return { after, cost }
}
