/** What a supplier asks for an item. Quantities in the item's units, prices a unit. */
export interface Offer {
  /** Sold in multiples of this. */
  readonly step: number
  /** And never less than this. */
  readonly least: number
  /** Cheaper from a quantity on; ascending, the first from 0. */
  readonly tiers: readonly Tier[]
  /** Whether a tier's price holds for the whole order or only for what lies above its start. */
  readonly breaks: 'all_units' | 'incremental'
  /** Paid once an order, beside the goods: receiving it and putting it away. */
  readonly lineCost?: number
}

export interface Tier {
  readonly from: number
  readonly price: number
}

/** A range of quantities in which an order costs `fixed + price × quantity`; both ends can be ordered. */
export interface Piece {
  readonly from: number
  readonly to: number
  readonly fixed: number
  readonly price: number
}

/** The next quantity up that can be ordered. */
export const roundUp = (quantity: number, step: number): number => Math.ceil(quantity / step - 1e-9) * step

/** The price list as straight pieces; those in which nothing can be ordered are left out. */
export function piecesOf({ step, least, tiers, breaks }: Offer): Piece[] {
  const smallest = Math.max(step, roundUp(least, step))
  const pieces: Piece[] = []
  let below = 0
  tiers.forEach(({ from, price }, i) => {
    const next = tiers[i + 1]
    const start = Math.max(smallest, roundUp(from, step))
    const end = next ? roundUp(next.from, step) - step : Number.POSITIVE_INFINITY
    const fixed = breaks === 'incremental' ? below - price * from : 0
    if (end >= start) pieces.push({ from: start, to: end, fixed, price })
    if (next) below += price * (next.from - from)
  })
  return pieces
}

/** What an order of this quantity costs; infinite when it cannot be ordered. */
export function priceOf(quantity: number, pieces: readonly Piece[]): number {
  for (let i = 0; i < pieces.length; i += 1) {
    const { from, to, fixed, price } = pieces[i]!
    if (quantity >= from && quantity <= to) return fixed + price * quantity
  }
  return Number.POSITIVE_INFINITY
}
