/** How a line stands on a record when only part of its price does: so many at a whole unit price, or one of it all. */
export interface RecordedPrice {
  readonly quantity: number
  readonly unitMinor: number
}

/** 3 portions of 9.00 → 3 × 3.00; of 10.00, which three cannot share → 1 × 10.00. The product is always the part. */
export function recordedPrice(quantity: number, partMinor: number): RecordedPrice {
  if (partMinor % quantity === 0) return { quantity, unitMinor: partMinor / quantity }
  return { quantity: 1, unitMinor: partMinor }
}
