export interface SettlementRule {
  /** Of the food without its tax, in hundredths of a percent. */
  readonly shareBps: number
  readonly perPortionMinor: number
}

/** What a kitchen's party is owed for food handed over: its share, half up, and so much a portion; minor units. */
export const owedToParty = (
  { shareBps, perPortionMinor }: SettlementRule,
  food: { readonly netMinor: number; readonly portions: number },
): number => Math.round((food.netMinor * shareBps) / 10_000) + perPortionMinor * food.portions
