import { piecesOf, priceOf } from './offer'
import { sizeLots } from './size-lots'
import { type CaseOrder, type DeliveryTerms, deliveryKey, itemOf, type SupplyCase } from './supply-case'
import { topUp } from './top-up'
import { weighPlan } from './weigh-plan'

export interface CoupledPlan {
  readonly cost: number
  readonly orders: readonly CaseOrder[]
}

/** An item no plan can supply, and the first day it lacks. */
export interface Unmet {
  readonly item: number
  readonly day: number
}

interface Draft {
  /** Each item's own plan, at the prices it was shown. */
  readonly plans: readonly ItemDraft[]
  readonly closed: ReadonlySet<number>
}

interface ItemDraft {
  readonly orders: readonly CaseOrder[]
  /** Without what deliveries cost. */
  readonly cost: number
}

/** A delivery below its minimum counts as this share of what is missing while the search goes on. */
const SHORT_PENALTY = 0.5
/** Discounts shown to items to draw them to a delivery that is below its minimum. */
const LURES = [0.02, 0.05, 0.1, 0.2, 0.4, 0.8]

/**
 * A good plan for items that share deliveries: every item is planned by itself with the deliveries that are open and
 * paid, then deliveries are closed one after the other as long as that saves; what is below a minimum order value is
 * closed too, or filled by showing its items lower prices. A first answer for the exact solver, and the last one when it
 * runs out of time. `hurry` says when to stop looking.
 */
export function planCoupled(supplyCase: SupplyCase, hurry: () => boolean): CoupledPlan | Unmet {
  const { suppliers, days } = supplyCase
  const sellers = suppliers.map((_, s) => Math.max(1, supplyCase.items.filter(({ offers }) => offers[s]).length))
  const shared = draft(supplyCase, new Set(), (s) => suppliers[s]!.orderCost / sellers[s]!)
  if ('day' in shared) return shared
  const used = usedKeys(shared, days)
  const closed = new Set<number>()
  suppliers.forEach(({ arrivalDays }, s) => {
    for (const day of arrivalDays) if (!used.has(deliveryKey(s, day, days))) closed.add(deliveryKey(s, day, days))
  })
  const first = draft(supplyCase, closed, () => 0)
  let best = improve(supplyCase, 'day' in first ? shared : first, hurry)
  for (let lured = best; ; best = lured) {
    const filled = fillMinimums(supplyCase, lured)
    if (filled === lured) break
    lured = improve(supplyCase, filled, hurry)
    if (penalised(supplyCase, lured) >= penalised(supplyCase, best) - 1e-9) break
  }
  const orders = best.plans.flatMap((plan) => plan.orders)
  const topped = topUp(supplyCase, orders)
  const { cost, short, goods } = weighPlan(supplyCase, topped)
  const keeps = short.size === 0 && goods <= supplyCase.budget
  return { cost: keeps ? cost : Number.POSITIVE_INFINITY, orders: topped }
}

function draft(
  supplyCase: SupplyCase,
  closed: ReadonlySet<number>,
  orderCost: (supplier: number) => number,
): Draft | Unmet {
  const plans: ItemDraft[] = []
  for (let item = 0; item < supplyCase.items.length; item += 1) {
    const plan = planItem(supplyCase, item, (s, day) => ({
      open: !closed.has(deliveryKey(s, day, supplyCase.days)),
      orderCost: orderCost(s),
      discount: 0,
    }))
    if ('day' in plan) return plan
    plans.push(plan)
  }
  return { plans, closed }
}

function planItem(
  supplyCase: SupplyCase,
  item: number,
  terms: (supplier: number, day: number) => DeliveryTerms,
): ItemDraft | Unmet {
  const { problem, unit } = itemOf(supplyCase, supplyCase.items[item]!, terms)
  const plan = sizeLots(problem)
  if (!('cost' in plan)) return { item, day: plan.day }
  const orders = plan.orders.map(({ day, source, quantity }) => ({
    item,
    supplier: source,
    day,
    quantity: quantity * unit,
  }))
  return { orders, cost: plan.cost }
}

const usedKeys = ({ plans }: Draft, days: number): Set<number> =>
  new Set(plans.flatMap(({ orders }) => orders.map(({ supplier, day }) => deliveryKey(supplier, day, days))))

/** What the draft costs, with a penalty for what is below a minimum. */
function penalised({ suppliers, days, items }: SupplyCase, { plans }: Draft): number {
  const values = new Map<number, number>()
  let cost = 0
  for (const plan of plans) {
    cost += plan.cost
    for (const { item, supplier, day, quantity } of plan.orders) {
      const offer = items[item]!.offers[supplier]!
      const key = deliveryKey(supplier, day, days)
      values.set(key, (values.get(key) ?? 0) + priceOf(quantity, piecesOf(offer)))
    }
  }
  for (const [key, value] of values) {
    const { orderCost, minOrderValue } = suppliers[Math.floor(key / days)]!
    cost += orderCost + SHORT_PENALTY * Math.max(0, minOrderValue - value)
  }
  return cost
}

/** Closes deliveries as long as that saves. Only the items that were to come with one are planned anew. */
function improve(supplyCase: SupplyCase, start: Draft, hurry: () => boolean): Draft {
  let best = start
  let cost = penalised(supplyCase, best)
  for (let better = true; better; ) {
    better = false
    for (const key of [...usedKeys(best, supplyCase.days)].sort((a, b) => a - b)) {
      if (hurry()) return best
      const without = close(supplyCase, best, key)
      if (!without) continue
      const lower = penalised(supplyCase, without)
      if (lower >= cost - 1e-9) continue
      best = without
      cost = lower
      better = true
    }
  }
  return best
}

function close(supplyCase: SupplyCase, { plans, closed }: Draft, key: number): Draft | undefined {
  const shut = new Set(closed).add(key)
  const { days } = supplyCase
  const anew = plans.map((plan, item) => {
    if (!plan.orders.some(({ supplier, day }) => deliveryKey(supplier, day, days) === key)) return plan
    const other = planItem(supplyCase, item, (s, day) => ({
      open: !shut.has(deliveryKey(s, day, days)),
      orderCost: 0,
      discount: 0,
    }))
    return 'day' in other ? undefined : other
  })
  return anew.every((plan) => plan !== undefined) ? { plans: anew, closed: shut } : undefined
}

/** Shows lower prices for deliveries below their minimum until they are filled; the same draft when none is or none can be. */
function fillMinimums(supplyCase: SupplyCase, start: Draft): Draft {
  const { days, items } = supplyCase
  let best = start
  const { short } = weighPlan(
    supplyCase,
    start.plans.flatMap((plan) => plan.orders),
  )
  for (const key of short.keys()) {
    for (const lure of LURES) {
      const plans = best.plans.map((plan, item) => {
        if (!items[item]!.offers[Math.floor(key / days)]) return plan
        const lured = planItem(supplyCase, item, (s, day) => {
          const own = deliveryKey(s, day, days)
          return { open: !best.closed.has(own), orderCost: 0, discount: own === key ? lure : 0 }
        })
        if ('day' in lured) return plan
        const shown = lured.orders
          .filter(({ supplier, day }) => deliveryKey(supplier, day, days) === key)
          .reduce((sum, { supplier, quantity }) => sum + priceOf(quantity, piecesOf(items[item]!.offers[supplier]!)), 0)
        return { orders: lured.orders, cost: lured.cost + lure * shown }
      })
      const candidate = { plans, closed: best.closed }
      const still = weighPlan(
        supplyCase,
        plans.flatMap((plan) => plan.orders),
      ).short
      if (still.has(key) || still.size > short.size) continue
      if (penalised(supplyCase, candidate) < penalised(supplyCase, best)) best = candidate
      break
    }
  }
  return best
}
