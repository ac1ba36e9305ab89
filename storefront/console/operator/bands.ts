export interface Band {
  /** Orders for 100 households, from here on. */
  readonly from: number
  readonly colour: string
}

/** The steps of the map: doubling, as a kitchen's worth of orders does; nothing ordered stays pale. */
export const BANDS: readonly Band[] = [
  { from: 0, colour: '#e4eae7' },
  { from: 0.01, colour: '#c3ead9' },
  { from: 1, colour: '#8fd4b8' },
  { from: 2, colour: '#4fae8d' },
  { from: 4, colour: '#0b7a5b' },
]

/** The band a density falls into. */
export const bandOf = (per100Households: number): Band => {
  const found = BANDS.findLast(({ from }) => per100Households >= from) ?? BANDS[0]
  if (!found) throw new Error('there are no bands')
  return found
}
