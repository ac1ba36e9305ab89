/** A stop on the way of a run. Times are milliseconds since 1970, durations seconds. */
export interface Leg {
  /** From where the courier was before, the gate of the community included. */
  readonly legSeconds: number
  readonly serviceSeconds: number
  readonly windowFrom: number
}

/**
 * When each stop is reached by somebody who sets out at `clock`: nobody is served before a window opens. And when the
 * courier is back, `backSeconds` after the last.
 */
export function journey(
  clock: number,
  legs: readonly Leg[],
  backSeconds: number,
): { etas: number[]; returnAt: number } {
  let at = clock
  const etas = legs.map(({ legSeconds, serviceSeconds, windowFrom }) => {
    const eta = Math.max(windowFrom, at + legSeconds * 1_000)
    at = eta + serviceSeconds * 1_000
    return eta
  })
  return { etas, returnAt: at + backSeconds * 1_000 }
}

/** Predicted so much after its window, a stop is worth an alert. */
const LATE_AFTER_SECONDS = 300

export const isLate = (eta: number, windowTo: number): boolean => eta > windowTo + LATE_AFTER_SECONDS * 1_000
