import type { CaseOrder } from './supply-case'

/** The best plan found, and how far from the best possible it may be at most. */
export interface CaseAnswer {
  readonly cost: number
  /** Share of the cost between the plan and what no plan can beat; 0 is proved best. */
  readonly gap: number
  readonly orders: readonly CaseOrder[]
  /** Who found it, and who proved the gap. */
  readonly by: 'items' | 'solver'
}

/** Why nothing can be planned. */
export type CaseRefusal =
  /** The item's demand of that day cannot be met by anything that may still be ordered. */
  | { readonly reason: 'demand_not_met'; readonly item: number; readonly day: number }
  /** Each item could be planned by itself; minimum order values or the budget forbid all together. */
  | { readonly reason: 'rules_together' }
  /** Time ran out before any plan was found or excluded. */
  | { readonly reason: 'out_of_time' }
