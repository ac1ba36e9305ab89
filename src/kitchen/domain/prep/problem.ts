/** All times are whole minutes on one clock, durations whole minutes. */

/** A run that is loaded at the kitchen; food must be ready then, and safe until the last drop. */
export interface Departure {
  readonly id: string
  readonly loadAt: number
  readonly lastDropAt: number
}

export interface Step {
  readonly station: string
  readonly minutes: number
  /** Cooks who are busy with it all the time: 0 for an oven that works alone. */
  readonly cooks: 0 | 1
  /** `day_before`: mise en place, a task of the evening; it takes no time of the service. */
  readonly when: 'service' | 'day_before'
}

/** How a dish is made; its steps follow one another. */
export interface Method {
  readonly dishId: string
  readonly recipeVersionId: string
  /** The most one batch holds, whatever the step. */
  readonly batchPortions: number
  readonly steps: readonly Step[]
  /** From the end of cooking to the last drop at most, by the safety profile. */
  readonly holdMinutes: number
}

export interface Demand {
  readonly dishId: string
  readonly departureId: string
  readonly portions: number
}

export interface Station {
  readonly code: string
  /** Batches it works on at once. */
  readonly places: number
  /** Each takes one of its places away: broken equipment that is mended at the end of it. */
  readonly down?: readonly Span[]
}

/** From a minute up to, not including, another. */
export interface Span {
  readonly from: number
  readonly until: number
}

/** A batch somebody has begun: it stays as it is, and its portions need not be made again. */
export interface StartedBatch {
  readonly id: string
  readonly dishId: string
  readonly portions: number
  /** Which service step it is in, from 0, and when that step ends; later steps are still to be planned. Infinity: cooked. */
  readonly step: number
  readonly until: number
}

export interface PrepProblem {
  /** Nothing starts before: the kitchen opens, or now. */
  readonly from: number
  readonly stations: readonly Station[]
  readonly cooks: number
  readonly methods: readonly Method[]
  readonly departures: readonly Departure[]
  readonly demand: readonly Demand[]
  readonly started: readonly StartedBatch[]
}

/** A part of a batch: which departure gets how many portions. */
export interface Portions {
  readonly departureId: string
  readonly portions: number
}

/** A batch with its bounds, before it has a time. */
export interface FormedBatch {
  readonly method: Method
  readonly portions: number
  readonly serves: readonly Portions[]
  /** The first departure that waits for it. */
  readonly due: number
  /** Cooked before this it would be too old at the last drop. */
  readonly notBefore: number
}
