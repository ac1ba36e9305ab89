import type { Jobs } from './jobs'

/** The station (or `cooks`) that is asked for more minutes than it has before some load time. */
export interface Bottleneck {
  readonly station: string
  /** Minutes of work beyond what its places can do in time. */
  readonly overloadMinutes: number
}

/**
 * No plan ends before this minute: for each station and for the cooks, the earliest they can begin, their work shared by all
 * places, and the shortest way on from there; and the longest batch by itself.
 */
export function earliestEnd(jobs: Jobs): number {
  const { count, firstStep, station, minutes, cooks, release, places, cooksInAll } = jobs
  const heads = new Float64Array(places.length + 1).fill(Infinity)
  const works = new Float64Array(places.length + 1)
  const tails = new Float64Array(places.length + 1).fill(Infinity)
  let bound = 0
  for (let j = 0; j < count; j++) {
    const [from, to] = [firstStep[j]!, firstStep[j + 1]!]
    let rest = 0
    for (let step = from; step < to; step++) rest += minutes[step]!
    bound = Math.max(bound, release[j]! + rest)
    let at = release[j]!
    for (let step = from; step < to; step++) {
      rest -= minutes[step]!
      for (const resource of cooks[step]! > 0 ? [station[step]!, places.length] : [station[step]!]) {
        heads[resource] = Math.min(heads[resource]!, at)
        works[resource] = works[resource]! + minutes[step]!
        tails[resource] = Math.min(tails[resource]!, rest)
      }
      at += minutes[step]!
    }
  }
  for (let s = 0; s <= places.length; s++) {
    const hands = s < places.length ? places[s]! : cooksInAll
    if (works[s]! > 0 && hands > 0) bound = Math.max(bound, Math.ceil(heads[s]! + works[s]! / hands + tails[s]!))
  }
  return bound
}

/** Where the most work is missing before a load time, undefined when every station could do all of its work in time. */
export function bottleneckOf(jobs: Jobs, names: readonly string[]): Bottleneck | undefined {
  const { count, firstStep, station, minutes, cooks, due, places, cooksInAll } = jobs
  const asked = [...places, cooksInAll].map(() => [] as { latestEnd: number; minutes: number }[])
  for (let j = 0; j < count; j++) {
    let latestEnd = due[j]!
    for (let step = firstStep[j + 1]! - 1; step >= firstStep[j]!; step--) {
      asked[station[step]!]?.push({ latestEnd, minutes: minutes[step]! })
      if (cooks[step]! > 0) asked[places.length]?.push({ latestEnd, minutes: minutes[step]! })
      latestEnd -= minutes[step]!
    }
  }
  let worst: Bottleneck | undefined
  asked.forEach((steps, s) => {
    const hands = s < places.length ? places[s]! : cooksInAll
    let work = 0
    for (const { latestEnd, minutes: needed } of steps.toSorted((a, b) => a.latestEnd - b.latestEnd)) {
      work += needed
      const overload = Math.ceil(work - hands * Math.max(0, latestEnd))
      if (overload > (worst?.overloadMinutes ?? 0)) worst = { station: names[s] ?? 'cooks', overloadMinutes: overload }
    }
  })
  return worst
}
