import type { Delivery, Impossible, ItemOrder, ItemPlan, ItemProblem } from './item'
import { openingOf } from './opening'
import { priceOf } from './offer'
import { windowMin } from './window-min'

interface Stage {
  readonly delivery: Delivery
  /** By stock after the delivery: the stock before it, and what was ordered; −1 where nothing was. */
  readonly before: Int32Array
  readonly ordered: Int32Array
}

/**
 * The cheapest plan of one item: a dynamic programme over the days whose state is the stock that will be used.
 * What a delivery brings beyond that is written off at once, at the cost of its expiry; what is used never expires, so
 * it is used in the order it came, and the delivery of day a may bring the stock to at most the demand of its days
 * (Nahmias 1982, Perishable inventory theory, for the order of issue; Wagner and Whitin 1958 for the recursion).
 * A state is reached from the best of a window of states, so an item costs days × stock × price pieces.
 */
export function sizeLots(problem: ItemProblem): ItemPlan | Impossible {
  const { demand, holding, deliveries } = problem
  const opening = openingOf(problem)
  const most = stockCeilings(problem)
  const size = Math.max(opening.cost.length, ...most.map((stock) => stock + 1))
  let best = new Float64Array(size).fill(Number.POSITIVE_INFINITY)
  best.set(opening.cost)

  const stages: Stage[] = []
  const served: number[] = []
  let next = 0
  for (let day = 0; day < demand.length; day += 1) {
    for (; deliveries[next]?.day === day; next += 1) {
      const stage = take(problem, deliveries[next]!, most[day]!, best)
      best = stage.best
      stages.push(stage)
    }
    best = serve(best, demand[day]!, holding)
    if (!best.some((cost) => cost < Number.POSITIVE_INFINITY)) return { day }
    served.push(stages.length)
  }
  // stock that will be used is used up at the end
  const cost = best[0]!
  if (cost === Number.POSITIVE_INFINITY) return { day: demand.length - 1 }
  return { cost, orders: orders(stages, served, demand), exact: opening.exact }
}

/** The most useful stock after a delivery on each day: the demand of the days it may be used on. */
function stockCeilings({ demand, shelfLife, storage }: ItemProblem): number[] {
  return demand.map((_, day) => {
    const usable = demand.slice(day, day + shelfLife).reduce((sum, units) => sum + units, 0)
    return Math.min(usable, storage)
  })
}

/** A day's demand leaves, and the rest is carried over. */
function serve(best: Float64Array<ArrayBuffer>, units: number, holding: number): Float64Array<ArrayBuffer> {
  const after = new Float64Array(best.length).fill(Number.POSITIVE_INFINITY)
  for (let stock = units; stock < best.length; stock += 1)
    after[stock - units] = best[stock]! + holding * (stock - units)
  return after
}

/** Every stock after a delivery, ordered from or not. */
function take(
  { shelfLife, waste, storage, demand }: ItemProblem,
  delivery: Delivery,
  most: number,
  best: Float64Array<ArrayBuffer>,
): Stage & { best: Float64Array<ArrayBuffer> } {
  const { day, step, pieces, exactly, orderCost } = delivery
  const wasted = day + shelfLife - 1 < demand.length ? waste : 0
  const after = exactly === undefined ? best.slice() : new Float64Array(best.length).fill(Number.POSITIVE_INFINITY)
  const before = new Int32Array(best.length).fill(-1)
  const ordered = new Int32Array(best.length)
  const offer = (stock: number, from: number, quantity: number, cost: number) => {
    if (cost >= after[stock]! - 1e-12) return
    after[stock] = cost
    before[stock] = from
    ordered[stock] = quantity
  }

  if (exactly === undefined) wholeSteps(delivery, wasted, { most, storage, best }, offer)
  const least = new Float64Array(most + 1)
  const where = new Int32Array(most + 1)
  const lots = exactly === undefined ? pieces.map(({ from }) => from).filter((from) => from > step) : [exactly]
  for (const quantity of lots) {
    // an order larger than needed, for its price or because less is not sold: any part of it may be of use
    const price = exactly === undefined ? orderCost + priceOf(quantity, pieces) : 0
    const values = best.map((cost, stock) =>
      stock + quantity <= storage ? cost + wasted * stock : Number.POSITIVE_INFINITY,
    )
    windowMin(values, most + 1, { from: exactly === undefined ? 1 : 0, to: quantity, stride: 1 }, least, where)
    for (let stock = 0; stock <= most; stock += 1)
      if (where[stock]! >= 0) offer(stock, where[stock]!, quantity, least[stock]! + price + wasted * (quantity - stock))
  }
  return { delivery, before, ordered, best: after }
}

/** Orders of which less than one step is written off. */
function wholeSteps(
  { step, pieces, orderCost }: Delivery,
  wasted: number,
  { most, storage, best }: { most: number; storage: number; best: Float64Array },
  offer: (stock: number, from: number, quantity: number, cost: number) => void,
): void {
  const reach = Math.min(most + step, storage + 1)
  const bought = new Float64Array(reach).fill(Number.POSITIVE_INFINITY)
  const from = new Int32Array(reach)
  const least = new Float64Array(Math.max(reach, most + 1))
  const where = new Int32Array(least.length)
  for (const piece of pieces) {
    const values = best.map((cost, stock) => cost - piece.price * stock)
    windowMin(values, reach, { from: piece.from, to: piece.to, stride: step }, least, where)
    for (let stock = 0; stock < reach; stock += 1) {
      const cost = least[stock]! + piece.price * stock + piece.fixed + orderCost
      if (where[stock]! < 0 || cost >= bought[stock]!) continue
      bought[stock] = cost
      from[stock] = where[stock]!
    }
  }
  const sloped = bought.map((cost, stock) => cost + wasted * stock)
  windowMin(sloped, most + 1, { from: 1 - step, to: 0, stride: 1 }, least, where)
  for (let stock = 0; stock <= most; stock += 1) {
    const full = where[stock]!
    if (full >= 0) offer(stock, from[full]!, full - from[full]!, least[stock]! - wasted * stock)
  }
}

/** Reads the orders back from the last day's empty store. */
function orders(stages: readonly Stage[], served: readonly number[], demand: readonly number[]): ItemOrder[] {
  const found: ItemOrder[] = []
  let stock = 0
  for (let day = demand.length - 1; day >= 0; day -= 1) {
    stock += demand[day]!
    for (let i = served[day]! - 1; i >= (day > 0 ? served[day - 1]! : 0); i -= 1) {
      const { delivery, before, ordered } = stages[i]!
      if (before[stock]! < 0) continue
      const useful = stock - before[stock]!
      found.push({ day, source: delivery.source, quantity: ordered[stock]!, useful })
      stock = before[stock]!
    }
  }
  return found.reverse()
}
