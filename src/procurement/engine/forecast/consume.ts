import { valueAt } from './levels'

/** What customers have ordered of a forecast so far. */
export interface Firm {
  readonly portions: number
  /** More may be ordered; false after the cut-off, when what is ordered is all there will be. */
  readonly open: boolean
}

/**
 * Firm orders consume the forecast: what is still to come, as quantiles in the order of `LEVELS`. A forecast already
 * exceeded, or a closed day, leaves nothing.
 */
export const remainder = (quantiles: readonly number[], { portions, open }: Firm): number[] =>
  quantiles.map((quantile) => (open ? Math.max(0, quantile - portions) : 0))

/** Whole portions to have ready at a service level: never fewer than are ordered, never fewer than what a person decided. */
export function portionsFor(quantiles: readonly number[], share: number, firm: Firm, decided?: number | null): number {
  if (!firm.open) return firm.portions
  return Math.max(firm.portions, decided ?? Math.ceil(valueAt(quantiles, share)))
}
