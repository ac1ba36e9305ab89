export interface PackTerms {
  /** Base units in one pack. */
  readonly packSize: number
  readonly minimumPacks: number
  /** Packs are sold by so many. */
  readonly multiplePacks: number
  readonly priceMinor: number
  /** Cheaper from so many packs on, ascending; the price holds for all packs. */
  readonly priceBreaks: readonly { readonly packs: number; readonly priceMinor: number }[]
}

/** The price of one pack when so many are bought. Minor units. */
export const packPrice = (packs: number, { priceMinor, priceBreaks }: PackTerms): number =>
  priceBreaks.reduce((price, step) => (packs >= step.packs ? step.priceMinor : price), priceMinor)

/** Terms that contradict themselves: nobody can order by them. */
export const isOrderable = ({ packSize, minimumPacks, multiplePacks, priceMinor, priceBreaks }: PackTerms): boolean =>
  packSize > 0 &&
  multiplePacks > 0 &&
  minimumPacks >= 0 &&
  priceMinor >= 0 &&
  priceBreaks.every(({ packs, priceMinor: price }, i) => price >= 0 && packs > (priceBreaks[i - 1]?.packs ?? 0))
