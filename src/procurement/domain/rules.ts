/** A tenant's limits and tolerances. Amounts fen, tolerances hundredths of a percent. */
export interface Rules {
  /** Above this two people stand behind an order; null for never. */
  readonly approvalLimitMinor: number | null
  readonly priceToleranceBps: number
  readonly quantityToleranceBps: number
  readonly countToleranceBps: number
}

/** What holds until a tenant decides otherwise: scales are good to one percent, prices are rounded, counting is not exact. */
export const USUAL_RULES: Rules = {
  approvalLimitMinor: null,
  priceToleranceBps: 200,
  quantityToleranceBps: 100,
  countToleranceBps: 200,
}

/** How many people must stand behind an order of this value. */
export const approvalsNeeded = (
  totalMinor: number,
  { approvalLimitMinor }: Pick<Rules, 'approvalLimitMinor'>,
): 1 | 2 => (approvalLimitMinor !== null && totalMinor > approvalLimitMinor ? 2 : 1)
