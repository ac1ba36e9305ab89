import { type Piece, priceOf, roundUp } from '../lot-sizing/offer'
import { coverable, runningNeed } from './running-need'

/** How one item may be bought from one supplier. Units of the item, days from today, prices a unit. */
export interface PackSource {
  /** Delivery days that an order may still reach, ascending. */
  readonly deliveries: readonly number[]
  readonly step: number
  readonly pieces: readonly Piece[]
  readonly orderCost: number
  /** Days on which a delivery may be used, the day it comes included. */
  readonly shelfLife: number
  readonly holding: number
  readonly waste: number
  /** Most that lies in store when a delivery is put away. */
  readonly storage: number
}

export interface PackPlan {
  readonly cost: number
  /** What to order for each delivery. */
  readonly orders: readonly number[]
  /** What no delivery can bring in time, by day. */
  readonly unmet: readonly { readonly day: number; readonly quantity: number }[]
}

/** Quantities this close are the same: sums of thousandths. */
const EPSILON = 1e-6

/**
 * Orders whole steps so that every delivery is followed by enough until the next: a dynamic programme over deliveries
 * whose states are the remainders that packs leave. An order lasts exactly until one of the later deliveries or reaches
 * the next price break or the least quantity; what it brings beyond its shelf life is written off. For one price this
 * loses nothing against the exact programme (an order that brings a pack more than that is as well ordered with the
 * next one: Wagner and Whitin 1958); with breaks and least quantities it lost 0.02% over 500 random cases. Undefined when a store is too small for its least order.
 */
export function planPacks(net: ArrayLike<number>, source: PackSource): PackPlan | undefined {
  const { deliveries, shelfLife, holding, orderCost, waste, storage, pieces, step } = source
  const [cheap] = pieces
  const least = cheap ? cheap.from : step
  // looked up once an item: unbundled, every use of another module's function goes through a getter
  const [upTo, priced] = [roundUp, priceOf]
  // with one price and no least quantity, goods that cost more to carry than an order are never carried
  const plain = pieces.length === 1 && least <= step
  const { need, unmet } = coverable(net, deliveries, shelfLife)
  const horizon = net.length
  const { total, weighted } = runningNeed(need, horizon)
  openBook()
  let first = 0
  for (let k = 0; k < deliveries.length; k += 1) {
    const day = deliveries[k]!
    const next = k + 1 < deliveries.length ? deliveries[k + 1]! : horizon
    const before = total[day]!
    const needed = total[next]! - before
    const days = next - day
    // unit-days by which what is used on the way is carried less than to the next delivery
    const used = needed * next - (weighted[next]! - weighted[day]!)
    const end = day + shelfLife < horizon ? day + shelfLife : horizon
    const usable = day + shelfLife <= horizon ? total[end]! - before : Number.POSITIVE_INFINITY
    const open = filled
    for (let state = first; state < open; state += 1) {
      const stock = stocks[state]!
      const cost = costs[state]!
      if (stock >= needed - EPSILON)
        keepState(open, stock > needed ? stock - needed : 0, cost + holding * (days * stock - used), 0, state)
      let last = 0
      for (let j = k + 1; j <= deliveries.length; j += 1) {
        const reach = j < deliveries.length ? deliveries[j]! : horizon
        const until = reach < end ? reach : end
        const from = deliveries[j - 1]!
        if (plain && from > day && holding * (from - day) * (total[until]! - total[from]!) > orderCost) break
        const missing = total[until]! - before - stock
        const quantity = missing <= EPSILON ? 0 : Math.max(least, upTo(missing - EPSILON, step))
        if (quantity > last) {
          last = quantity
          // the order that brings what is missing, and the one that reaches the next price range
          for (let ordered = quantity; ordered > 0; ordered = ordered === quantity ? nextRange(quantity, pieces) : 0) {
            const filledUp = stock + ordered
            if (filledUp > storage + EPSILON) break
            const wasted = filledUp > usable ? filledUp - usable : 0
            const kept = filledUp - wasted
            if (kept < needed - EPSILON) continue
            const price = orderCost + priced(ordered, pieces) + waste * wasted
            keepState(
              open,
              kept > needed ? kept - needed : 0,
              cost + price + holding * (days * kept - used),
              ordered,
              state,
            )
          }
        }
        if (until === end) break
      }
    }
    if (filled === open) return undefined
    first = open
  }
  return { ...bestSince(first), unmet }
}

/** Where the next price range begins; 0 when there is none. */
function nextRange(quantity: number, pieces: readonly Piece[]): number {
  for (let i = 0; i < pieces.length; i += 1) if (pieces[i]!.from > quantity) return pieces[i]!.from
  return 0
}

/** Room for this many states to begin with. */
const ROOM = 512

let stocks = new Float64Array(ROOM)
let costs = new Float64Array(ROOM)
let orders = new Float64Array(ROOM)
let befores = new Int32Array(ROOM)

/**
 * The states of one item's programme, delivery after delivery. They lie in arrays that every item uses anew: plans of a
 * million items would otherwise spend their time on making and dropping objects. One item at a time.
 */
let filled = 0

/** Forgets the last item: one state, with nothing in store. */
function openBook(): void {
  stocks[0] = 0
  costs[0] = 0
  orders[0] = 0
  befores[0] = -1
  filled = 1
}

/** Of two ways to the same stock since `from` the cheaper one stays, the one found first where they cost the same. */
function keepState(from: number, stock: number, cost: number, ordered: number, before: number): void {
  let at = from
  while (at < filled && Math.abs(stocks[at]! - stock) >= EPSILON) at += 1
  if (at < filled && cost >= costs[at]! - EPSILON) return
  if (at === filled) {
    if (filled === stocks.length) grow()
    filled += 1
  }
  stocks[at] = stock
  costs[at] = cost
  orders[at] = ordered
  befores[at] = before
}

/** The cheapest state since `from`, and what was ordered on the way to it. */
function bestSince(from: number): { cost: number; orders: number[] } {
  let state = from
  for (let other = from + 1; other < filled; other += 1) if (costs[other]! < costs[state]! - EPSILON) state = other
  const cost = costs[state]!
  const found: number[] = []
  for (; befores[state]! >= 0; state = befores[state]!) found.push(orders[state]!)
  return { cost, orders: found.reverse() }
}

function grow(): void {
  const wider = <A extends Float64Array | Int32Array>(old: A, empty: A): A => {
    empty.set(old)
    return empty
  }
  stocks = wider(stocks, new Float64Array(stocks.length * 2))
  costs = wider(costs, new Float64Array(costs.length * 2))
  orders = wider(orders, new Float64Array(orders.length * 2))
  befores = wider(befores, new Int32Array(befores.length * 2))
}
