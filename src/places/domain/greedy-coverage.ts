/** Who could be reached from where. Positions in the lists name households' buildings. */
export interface CoverageQuestion {
  /** By candidate: the buildings within reach of it. */
  readonly reaches: readonly (readonly number[])[]
  readonly households: readonly number[]
  /** What the buildings order, in whatever unit; decides between candidates that reach as many households. */
  readonly demand: readonly number[]
  /** Buildings that are within reach already. */
  readonly covered: readonly boolean[]
}

export interface Pick {
  readonly candidate: number
  /** Households newly within reach, and what they order. */
  readonly households: number
  readonly demand: number
}

/**
 * The best next places, each chosen after the ones before it: the greedy rule for maximal covering, which reaches at least
 * 63% of what the best choice of as many places could (Nemhauser, Wolsey and Fisher, 1978). Ends when nobody is gained.
 */
export function greedyCoverage({ reaches, households, demand, covered }: CoverageQuestion, count: number): Pick[] {
  const reached = [...covered]
  const picks: Pick[] = []
  while (picks.length < count) {
    let best: Pick | undefined
    reaches.forEach((buildings, candidate) => {
      const fresh = buildings.filter((building) => !reached[building])
      const gain = { candidate, households: sumAt(households, fresh), demand: sumAt(demand, fresh) }
      if (gain.households > 0 && (!best || isBetter(gain, best))) best = gain
    })
    if (!best) return picks
    picks.push(best)
    for (const building of reaches[best.candidate] ?? []) reached[building] = true
  }
  return picks
}

const isBetter = (a: Pick, b: Pick): boolean =>
  a.households > b.households || (a.households === b.households && a.demand > b.demand)

const sumAt = (values: readonly number[], at: readonly number[]): number =>
  at.reduce((sum, index) => sum + (values[index] ?? 0), 0)
