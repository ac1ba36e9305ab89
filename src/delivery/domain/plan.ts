/** A spot on the map, in degrees (WGS 84). */
export interface Spot {
  readonly lat: number
  readonly lon: number
}

export interface Vehicle {
  readonly id: string
  /** Meal boxes it holds. */
  readonly boxes: number
  /** Average speed between two stops, traffic lights included. */
  readonly metresPerSecond: number
}

/** A building that waits for its boxes. Times are whole seconds since 1970, durations whole seconds. */
export interface StopToServe extends Spot {
  readonly id: string
  readonly communityId: string
  readonly boxes: number
  readonly serviceSeconds: number
  /** To pass the gate and park; spent only when the run comes from another community. */
  readonly gateSeconds: number
  /** The hand-over begins between these two, both included. */
  readonly from: number
  readonly to: number
}

/** All a planner needs to know: nothing about orders, people or the database. */
export interface Problem {
  readonly depot: Spot
  /** No run leaves before. */
  readonly readyAt: number
  /** Each drives one run at most. */
  readonly vehicles: readonly Vehicle[]
  readonly stops: readonly StopToServe[]
}

export const UNSERVED_REASONS = ['window', 'capacity'] as const
/** `window`: too far to be reached in time even by a run of its own; `capacity`: no vehicle has room left for it. */
export type UnservedReason = (typeof UNSERVED_REASONS)[number]

export interface PlannedRun {
  readonly vehicleId: string
  readonly departAt: number
  readonly stops: readonly { readonly stopId: string; readonly eta: number }[]
  /** From the depot round and back again. */
  readonly metres: number
  readonly seconds: number
}

export interface Plan {
  readonly runs: readonly PlannedRun[]
  readonly unserved: readonly { readonly stopId: string; readonly reason: UnservedReason }[]
}

/** Every stop comes back in exactly one run, or unserved with a reason. The same problem always gives the same plan. */
export type PlanRuns = (problem: Problem) => Plan
