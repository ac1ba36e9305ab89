import { around } from 'geokdbush'
import KDBush from 'kdbush'
import type { Spot } from '../../kernel/distance'
import { greatCircle } from '../../kernel/distance'

/** Answers who is near, on the sphere, in a few microseconds a question. */
export interface Nearness {
  /** Metres to the nearest spot and its position in the list; undefined where there is none. */
  readonly nearest: (from: Spot) => { readonly index: number; readonly metres: number } | undefined
  /** Positions of all spots within so many metres. */
  readonly within: (from: Spot, metres: number) => number[]
}

/** Indexes some spots once (kdbush), to be asked often (geokdbush). */
export function nearnessOf(spots: readonly Spot[]): Nearness {
  const tree = new KDBush(spots.length)
  for (const { lat, lon } of spots) tree.add(lon, lat)
  tree.finish()
  return {
    nearest: (from) => {
      const [index] = spots.length > 0 ? around(tree, from.lon, from.lat, 1) : []
      const spot = index === undefined ? undefined : spots[index]
      return index === undefined || !spot ? undefined : { index, metres: greatCircle(from, spot) }
    },
    within: (from, metres) =>
      spots.length > 0 ? around(tree, from.lon, from.lat, Number.POSITIVE_INFINITY, metres / 1_000) : [],
  }
}
