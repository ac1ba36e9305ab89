export interface Band {
  /** Orders for 100 households, from here on. */
  readonly from: number
  readonly colour: string
}

/** The same steps every day, so that days can be compared; where nothing is ordered it stays pale. */
export const BANDS: readonly Band[] = [
  { from: 0, colour: '#e4eae7' },
  { from: 0.01, colour: '#cdeee0' },
  { from: 1, colour: '#9cd9c0' },
  { from: 2, colour: '#62bb9c' },
  { from: 3, colour: '#2b9676' },
  { from: 5, colour: '#08624a' },
]

/** The band a density falls into. */
export const bandOf = (per100Households: number): Band => {
  const found = BANDS.findLast(({ from }) => per100Households >= from) ?? BANDS[0]
  if (!found) throw new Error('there are no bands')
  return found
}
