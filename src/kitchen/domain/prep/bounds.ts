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
  const { count, firstStep, station, minutes, cooks, release, openings, cooksFrom } = jobs
  const stations = openings.at.length
  const heads = new Float64Array(stations + 1).fill(Infinity)
  const works = new Float64Array(stations + 1)
  const tails = new Float64Array(stations + 1).fill(Infinity)
  let bound = 0
  for (let j = 0; j < count; j++) {
    const [from, to] = [firstStep[j]!, firstStep[j + 1]!]
    let rest = 0
    for (let step = from; step < to; step++) rest += minutes[step]!
    bound = Math.max(bound, release[j]! + rest)
    let at = release[j]!
    for (let step = from; step < to; step++) {
      rest -= minutes[step]!
      for (const resource of cooks[step]! > 0 ? [station[step]!, stations] : [station[step]!]) {
        heads[resource] = Math.min(heads[resource]!, at)
        works[resource] = works[resource]! + minutes[step]!
        tails[resource] = Math.min(tails[resource]!, rest)
      }
      at += minutes[step]!
    }
  }
  for (let s = 0; s <= stations; s++) {
    // openings of one place are counted apart, which only makes the bound lower
    const hands = s < stations ? openings.at[s]!.length : cooksFrom.length
    if (works[s]! > 0 && hands > 0) bound = Math.max(bound, Math.ceil(heads[s]! + works[s]! / hands + tails[s]!))
  }
  return bound
}

/** Where the most work is missing before a load time, undefined when every station could do all of its work in time. */
export function bottleneckOf(jobs: Jobs, names: readonly string[]): Bottleneck | undefined {
  const { count, firstStep, station, minutes, cooks, due, openings, cooksFrom } = jobs
  const stations = openings.at.length
  const asked = Array.from({ length: stations + 1 }, () => [] as { latestEnd: number; minutes: number }[])
  for (let j = 0; j < count; j++) {
    let latestEnd = due[j]!
    for (let step = firstStep[j + 1]! - 1; step >= firstStep[j]!; step--) {
      asked[station[step]!]?.push({ latestEnd, minutes: minutes[step]! })
      if (cooks[step]! > 0) asked[stations]?.push({ latestEnd, minutes: minutes[step]! })
      latestEnd -= minutes[step]!
    }
  }
  let worst: Bottleneck | undefined
  asked.forEach((steps, s) => {
    const could = (by: number) =>
      s < stations
        ? openings.at[s]!.reduce((sum, i) => sum + Math.max(0, Math.min(openings.until[i]!, by) - openings.from[i]!), 0)
        : cooksFrom.reduce((sum, from) => sum + Math.max(0, by - from), 0)
    let work = 0
    for (const { latestEnd, minutes: needed } of steps.toSorted((a, b) => a.latestEnd - b.latestEnd)) {
      work += needed
      const overload = work - could(latestEnd)
      if (overload > (worst?.overloadMinutes ?? 0)) worst = { station: names[s] ?? 'cooks', overloadMinutes: overload }
    }
  })
  return worst
}
