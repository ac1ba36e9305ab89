import type { Piece } from './offer'

/** One item to be bought over some days. Quantities are integers. */
export interface ItemProblem {
  readonly demand: readonly number[]
  readonly lots: readonly Lot[]
  /** Days on which a delivery may be used, the day it comes included. */
  readonly shelfLife: number
  /** Cost of a unit carried from one day to the next. */
  readonly holding: number
  /** Cost of a unit that expires inside the horizon. */
  readonly waste: number
  /** Most that lies in store when a delivery is put away. */
  readonly storage: number
  /** Chances to buy, by day. */
  readonly deliveries: readonly Delivery[]
}

export interface Lot {
  readonly quantity: number
  readonly lastDay: number
}

export interface Delivery {
  readonly day: number
  /** Whose it is. */
  readonly source: number
  /** Paid once when anything is ordered. */
  readonly orderCost: number
  readonly step: number
  readonly pieces: readonly Piece[]
  /** Bought in this quantity whatever it costs; for weighing a plan that stands. */
  readonly exactly?: number
}

export interface ItemOrder {
  readonly day: number
  readonly source: number
  readonly quantity: number
  /** What of it is used; the rest expires or is left at the end. */
  readonly useful: number
}

export interface ItemPlan {
  readonly cost: number
  readonly orders: readonly ItemOrder[]
  /** False where stock that outlives the first delivery was planned to be used before it, though another order might be cheaper. */
  readonly exact: boolean
}

/** No plan meets the demand; the first day that cannot be met. */
export interface Impossible {
  readonly day: number
}
