export interface DiscountedDemand {
  /** A year's. */
  readonly demand: number
  readonly orderCost: number
  /** Cost of carrying a unit for a year, as a share of its price. */
  readonly holdingRate: number
  /** Prices for the whole order, from a quantity on; ascending. */
  readonly tiers: readonly { readonly from: number; readonly price: number }[]
}

export interface OrderQuantity {
  readonly quantity: number
  /** Of a year, goods included. */
  readonly cost: number
}

/**
 * The economic order quantity under all-units discounts: each tier's own optimum √(2KD / ic), moved to the tier's ends,
 * and the cheapest of them (Hadley and Whitin 1963, 2-11; Snyder and Shen, 2nd ed., 3.4.1).
 */
export function discountedOrderQuantity({ demand, orderCost, holdingRate, tiers }: DiscountedDemand): OrderQuantity {
  const costOf = (quantity: number, price: number) =>
    price * demand + (orderCost * demand) / quantity + (holdingRate * price * quantity) / 2
  const candidates = tiers.map(({ from, price }, i) => {
    const own = Math.sqrt((2 * orderCost * demand) / (holdingRate * price))
    const end = tiers[i + 1]?.from ?? Number.POSITIVE_INFINITY
    const quantity = Math.min(Math.max(own, from), end)
    // the end of a range belongs to the next, cheaper one
    return { quantity, cost: costOf(quantity, price) }
  })
  return candidates.reduce((best, each) => (each.cost < best.cost ? each : best))
}
