/** The engine's answer: what every vehicle does and when, what is left out and why. Times and distances as in the problem. */
export interface Plan {
  readonly cost: number
  readonly distance: number
  readonly vehicles: readonly VehiclePlan[]
  readonly unserved: readonly Unserved[]
}

export interface VehiclePlan {
  readonly vehicle: string
  readonly trips: readonly Trip[]
  readonly rest?: { readonly from: number; readonly to: number }
}

export interface Trip {
  readonly departs: number
  readonly returns: number
  readonly visits: readonly Visit[]
}

export interface Visit {
  readonly stop: string
  readonly arrives: number
  readonly starts: number
  readonly leaves: number
}

export type Reason = 'window' | 'capacity' | 'hot_holding' | 'skill' | 'shift' | 'cost' | 'unreachable'

/** A stop left out, the constraint that keeps it out, and the smallest change that would let it in (null: none was found). */
export interface Unserved {
  readonly stop: string
  readonly reason: Reason
  readonly change: Change | null
}

/** "Set `field` of `of` to `value`", e.g. the window's end to 12:40 or the vehicle's boxes to 14. */
export interface Change {
  readonly of: 'stop' | 'vehicle'
  readonly id: string
  readonly field: string
  readonly value: number | string
}
