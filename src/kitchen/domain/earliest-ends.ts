/** A batch as the stove sees it. */
export interface BatchInLine {
  readonly station: string
  readonly minutes: number
  readonly startedAt: Date | null
  readonly cookedAt: Date | null
  /** One after another, in ISO; without any it is one step of its minutes at its station. */
  readonly steps: readonly { readonly station: string; readonly startAt: string; readonly endAt: string }[]
}

/**
 * When each batch can be ready at the earliest: what is cooked was ready then, what is on the heat ends when it ends, and
 * the rest follows in the order given, each step on the place of its station that is free first. A station without places in
 * the list has one. What is on the heat holds the place of the step that takes longest.
 */
export function earliestEnds(batches: readonly BatchInLine[], places: ReadonlyMap<string, number>, now: Date): Date[] {
  const free = new Map<string, number[]>()
  const placesAt = (station: string): number[] => {
    const known = free.get(station) ?? Array.from({ length: places.get(station) ?? 1 }, () => now.getTime())
    free.set(station, known)
    return known
  }
  /** The earliest end of so much work at a station, not before `from`. */
  const take = (station: string, length: number, from: number): number => {
    const own = placesAt(station)
    const first = own.indexOf(Math.min(...own))
    const end = Math.max(from, own[first] ?? from) + length
    own[first] = end
    return end
  }
  const cooking = batches.map((batch) => {
    if (batch.cookedAt || !batch.startedAt) return 0
    const length = stepsOf(batch).reduce((sum, step) => sum + step.length, 0)
    const end = Math.max(batch.startedAt.getTime() + length, now.getTime())
    const own = placesAt(longestStep(batch).station)
    own[own.indexOf(Math.min(...own))] = end
    return end
  })
  return batches.map((batch, i) => {
    if (batch.cookedAt) return batch.cookedAt
    if (batch.startedAt) return new Date(cooking[i] ?? 0)
    return new Date(stepsOf(batch).reduce((at, { station, length }) => take(station, length, at), now.getTime()))
  })
}

function stepsOf({ station, minutes, steps }: BatchInLine) {
  if (steps.length === 0) return [{ station, length: minutes * 60_000 }]
  return steps.map((step) => ({ station: step.station, length: Date.parse(step.endAt) - Date.parse(step.startAt) }))
}

const longestStep = (batch: BatchInLine) =>
  stepsOf(batch).reduce((longest, step) => (step.length > longest.length ? step : longest))
