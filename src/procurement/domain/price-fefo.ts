import type { ServiceDate } from '../../kernel/time'
import { issueFefo, type LotLeft } from './fefo'

/** A lot with what 1,000 base units of it had cost, in minor units. */
export interface PricedLot extends LotLeft {
  readonly ingredientId: string
  readonly costPerThousand: number
}

export interface Priced {
  /** Minor units, rounded once, of all that has a price. */
  readonly costMinor: number
  /** Ingredients no lot of which is there. */
  readonly unpriced: readonly string[]
}

/** What needs cost by the lots they would be taken from, first expired first out; what no lot covers costs as the last one. */
export function priceFefo(
  needs: readonly { readonly ingredientId: string; readonly quantity: number }[],
  lots: ReadonlyMap<string, readonly PricedLot[]>,
  on: ServiceDate,
): Priced {
  let cost = 0
  const unpriced: string[] = []
  for (const { ingredientId, quantity } of needs) {
    const own = (lots.get(ingredientId) ?? []).filter((lot) => lot.expiresOn >= on && lot.quantity > 0)
    const last = own.toSorted((a, b) => (a.expiresOn < b.expiresOn ? 1 : -1))[0]
    if (!last) {
      unpriced.push(ingredientId)
      continue
    }
    const priceOf = new Map(own.map((lot) => [lot.id, lot.costPerThousand]))
    const { takes, short } = issueFefo(quantity, own, on)
    for (const take of takes) cost += take.quantity * (priceOf.get(take.lotId) ?? 0)
    cost += short * last.costPerThousand
  }
  return { costMinor: Math.round(cost / 1_000), unpriced }
}
