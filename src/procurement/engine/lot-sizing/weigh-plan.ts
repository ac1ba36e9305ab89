import { piecesOf, priceOf } from './offer'
import { sizeLots } from './size-lots'
import { type CaseOrder, deliveryKey, itemOf, type SupplyCase } from './supply-case'

/** What a plan costs and which of its rules it breaks, by doing the sums anew; infinite when demand is not met. */
export interface Weighed {
  readonly cost: number
  /** Deliveries below their supplier's minimum order value: the key, and what is missing. */
  readonly short: ReadonlyMap<number, number>
  /** What the goods cost by themselves. */
  readonly goods: number
}

/** Weighs a plan: every item is issued in the cheapest way that its orders allow, as `sizeLots` understands it. */
export function weighPlan(supplyCase: SupplyCase, orders: readonly CaseOrder[]): Weighed {
  const { suppliers, days, items } = supplyCase
  const values = new Map<number, number>()
  let cost = 0
  items.forEach((item, i) => {
    const own = orders.filter((order) => order.item === i)
    cost += carrying(supplyCase, i, own)
    for (const { supplier, day, quantity } of own) {
      const offer = item.offers[supplier]
      const price = offer ? priceOf(quantity, piecesOf(offer)) : Number.POSITIVE_INFINITY
      const key = deliveryKey(supplier, day, days)
      values.set(key, (values.get(key) ?? 0) + price)
    }
  })
  const goods = [...values.values()].reduce((sum, value) => sum + value, 0)
  const short = new Map<number, number>()
  for (const [key, value] of values) {
    const { orderCost, minOrderValue } = suppliers[Math.floor(key / days)]!
    cost += orderCost
    if (value < minOrderValue - 1e-6) short.set(key, minOrderValue - value)
  }
  return { cost: cost + goods, short, goods }
}

/** Holding and waste of an item whose orders are given. */
function carrying(supplyCase: SupplyCase, item: number, orders: readonly CaseOrder[]): number {
  const { problem, unit } = itemOf(supplyCase, supplyCase.items[item]!, () => ({
    open: true,
    orderCost: 0,
    discount: 0,
  }))
  const deliveries = problem.deliveries.flatMap((delivery) => {
    const order = orders.find(({ supplier, day }) => supplier === delivery.source && day === delivery.day)
    return order ? [{ ...delivery, exactly: order.quantity / unit }] : []
  })
  const plan = sizeLots({ ...problem, deliveries })
  return 'cost' in plan ? plan.cost : Number.POSITIVE_INFINITY
}
