import { type Rng, rngOf } from '../../city/rng'

/** One thing somebody does, `at` so many milliseconds after the start. */
export interface Act {
  readonly at: number
  readonly employee: number
  /** Sent twice with one key. */
  readonly doubled: boolean
  /** Changes their mind and cancels as soon as it is placed. */
  readonly cancels: boolean
  /** Wants the scarce dish. */
  readonly scarce: boolean
  readonly late: boolean
}

export interface Surge {
  readonly employees: number
  readonly seconds: number
}

const DOUBLED = 0.1
const CANCELLED = 0.03
const LATE = 0.02
const SCARCE = 0.1
/** How long after the cut-off the late ones still try. */
const LATE_MS = 3_000

/**
 * The rush before a cut-off: arrivals grow with the square of time, so 27% come in the last tenth of it; 2% come after, 10%
 * press twice, 3% cancel, and one in ten wants the one dish there is too little of.
 */
export function surgeOf({ employees, seconds }: Surge, seed: string): Act[] {
  const chance: Rng = rngOf(seed)
  return Array.from({ length: employees }, (_, employee) => {
    const late = chance.chance(LATE)
    const at = late ? seconds * 1_000 + 50 + chance.next() * LATE_MS : Math.cbrt(chance.next()) * (seconds * 1_000 - 50)
    return {
      at,
      employee,
      late,
      doubled: chance.chance(DOUBLED),
      cancels: chance.chance(CANCELLED),
      scarce: chance.chance(SCARCE),
    }
  }).sort((a, b) => a.at - b.at)
}
