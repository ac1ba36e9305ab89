import type { Span, Station } from './problem'

/** No end in sight. */
export const ENDLESS = 2_147_483_647

/** Every place of every station while it is there and free, minutes from the origin; a place that fails has several. */
export interface Openings {
  readonly station: Int32Array
  readonly from: Int32Array
  readonly until: Int32Array
  /** By station: which openings it has. */
  readonly at: readonly (readonly number[])[]
}

interface Held {
  readonly station: number
  readonly until: number
}

/**
 * Cuts the places of stations at the times they are down, and opens those that started batches hold when these are done. What
 * has started on a place that is down now stays there and holds no other.
 */
export function openingsOf(stations: readonly Station[], held: readonly Held[], origin: number): Openings {
  const found = stations.flatMap(({ places, down = [] }, station) => {
    const until = held.filter((one) => one.station === station).map((one) => one.until)
    const open = downByPlace(places, down, origin).flatMap(openBetween)
    const now = open.filter(({ from }) => from === 0)
    const later = open.filter(({ from }) => from > 0)
    const taken = now.map((span, i) => ({ ...span, from: until[i] ?? 0 }))
    return [...taken, ...later].filter((span) => span.from < span.until).map((span) => ({ ...span, station }))
  })
  return {
    station: Int32Array.from(found, ({ station }) => station),
    from: Int32Array.from(found, ({ from }) => from),
    until: Int32Array.from(found, ({ until }) => until),
    at: stations.map((_, station) => found.flatMap((one, i) => (one.station === station ? [i] : []))),
  }
}

/**
 * Times down as minutes from the origin, each on the place that is mended first. When every place is down already it counts
 * from then on: there is nothing more to lose.
 */
function downByPlace(places: number, down: readonly Span[], origin: number): Span[][] {
  const byPlace = Array.from({ length: places }, (): Span[] => [])
  const mended = (own: readonly Span[]) => own.at(-1)?.until ?? 0
  for (const span of down.toSorted((a, b) => a.from - b.from)) {
    const own = byPlace.reduce<Span[] | undefined>((first, one) => {
      return first && mended(first) <= mended(one) ? first : one
    }, undefined)
    const from = Math.max(span.from - origin, own ? mended(own) : 0)
    const until = span.until - origin
    if (from < until) own?.push({ from, until })
  }
  return byPlace
}

/** What is left of a place beside the times it is down, which are in order. */
function openBetween(down: readonly Span[]): Span[] {
  const starts = [0, ...down.map(({ until }) => until)]
  const ends = [...down.map(({ from }) => from), ENDLESS]
  return starts.map((from, i) => ({ from, until: ends[i] ?? ENDLESS })).filter(({ from, until }) => from < until)
}
