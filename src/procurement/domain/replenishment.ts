/** What a level is made of, in base units. */
export interface Demand {
  readonly need: number
  /** Square of one standard deviation of the need. */
  readonly variance: number
}

/** What is there and what will come, in base units. */
export interface Position {
  readonly onHand: number
  /** Part of `onHand` that nobody will have used when it expires. */
  readonly expiring: number
  readonly onOrder: number
}

export interface PackTerms {
  readonly packSize: number
  readonly minimumPacks: number
  /** Packs are sold by so many. */
  readonly multiplePacks: number
  readonly priceMinor: number
  /** Cheaper from so many packs on, ascending; the price holds for all packs. */
  readonly priceBreaks: readonly { readonly packs: number; readonly priceMinor: number }[]
}

/** 1.65 standard deviations: stock-outs in about one delivery cycle in twenty. */
const SAFETY_FACTOR = 1.65

/** Stock kept against demand that swings. */
export const safetyStock = ({ variance }: Demand): number => Math.ceil(SAFETY_FACTOR * Math.sqrt(variance) - 1e-6)

/** Stock that lasts until the delivery after this one. */
export const orderUpTo = (demand: Demand): number => demand.need + safetyStock(demand)

/** What the level lacks, in base units; 0 when it is there already. */
export const missing = (demand: Demand, { onHand, expiring, onOrder }: Position): number =>
  Math.max(0, orderUpTo(demand) - (onHand - expiring) - onOrder)

/** Whole packs, in the multiple they are sold by, and not fewer than the supplier's minimum; 0 for nothing missing. */
export function packsFor(quantity: number, { packSize, minimumPacks, multiplePacks }: PackTerms): number {
  if (quantity <= 0) return 0
  const packs = Math.max(Math.ceil(quantity / packSize), minimumPacks)
  return Math.ceil(packs / multiplePacks) * multiplePacks
}

/** The price of one pack when so many are bought. Minor units. */
export const packPrice = (packs: number, { priceMinor, priceBreaks }: PackTerms): number =>
  priceBreaks.reduce((price, step) => (packs >= step.packs ? step.priceMinor : price), priceMinor)
