/** A batch as the stove sees it. */
export interface BatchInLine {
  readonly station: string
  readonly minutes: number
  readonly startedAt: Date | null
  readonly cookedAt: Date | null
}

/**
 * When each batch can be ready at the earliest: what is cooked was ready then, what is on the heat ends when it ends, and
 * the rest follows in the order given, each on the place of its station that is free first. A station without places in the
 * list has one.
 */
export function earliestEnds(batches: readonly BatchInLine[], places: ReadonlyMap<string, number>, now: Date): Date[] {
  const free = new Map<string, number[]>()
  const placesAt = (station: string): number[] => {
    const known = free.get(station) ?? Array.from({ length: places.get(station) ?? 1 }, () => now.getTime())
    free.set(station, known)
    return known
  }
  const take = ({ station, minutes }: BatchInLine, from: number): number => {
    const own = placesAt(station)
    const first = own.indexOf(Math.min(...own))
    const end = Math.max(from + minutes * 60_000, now.getTime())
    own[first] = end
    return end
  }
  const ends = batches.map(
    (batch) => batch.cookedAt?.getTime() ?? (batch.startedAt ? take(batch, +batch.startedAt) : 0),
  )
  return batches.map((batch, i) => {
    if (batch.cookedAt || batch.startedAt) return new Date(ends[i] ?? 0)
    return new Date(take(batch, Math.min(...placesAt(batch.station))))
  })
}
