/** What a case comes to: `cost` null where it cannot be solved, `gap` the share it may be above the best, 0 proved best. */
export interface Answer {
  readonly id?: string
  readonly cost: number | null
  readonly gap: number | null
  readonly orders: unknown
  /** Why there is no plan, for machines. */
  readonly infeasible?: Readonly<Record<string, unknown>>
  /** Cases inside the case. */
  readonly parts?: readonly Answer[]
}

/** Sums of binary fractions: what is a billionth is noise. */
export const tidy = (value: number): number => Math.round(value * 1e9) / 1e9
