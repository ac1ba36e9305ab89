import { piecesOf, priceOf } from './offer'
import { type CaseOrder, deliveryKey, type SupplyCase } from './supply-case'
import { weighPlan } from './weigh-plan'

/** What is still below a minimum is filled with whatever costs least to have too early. */
export function topUp(supplyCase: SupplyCase, orders: readonly CaseOrder[]): readonly CaseOrder[] {
  const { days, items } = supplyCase
  let now = orders
  const { short } = weighPlan(supplyCase, orders)
  for (const [key, missing] of short) {
    const supplier = Math.floor(key / days)
    const candidates = now.flatMap((order) => {
      if (deliveryKey(order.supplier, order.day, days) !== key) return []
      const offer = items[order.item]!.offers[supplier]!
      const pieces = piecesOf(offer)
      const before = priceOf(order.quantity, pieces)
      let quantity = order.quantity
      for (let tries = 0; priceOf(quantity, pieces) < before + missing - 1e-6 && tries < 10_000; tries += 1)
        quantity += offer.step
      const raised = now.map((other) => (other === order ? { ...order, quantity } : other))
      return [{ raised, cost: weighPlan(supplyCase, raised).cost }]
    })
    const [cheapest] = candidates.sort((a, b) => a.cost - b.cost)
    if (cheapest && Number.isFinite(cheapest.cost)) now = cheapest.raised
  }
  return now
}
