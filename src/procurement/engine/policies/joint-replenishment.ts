export interface JointItems {
  /** Paid at every common order. */
  readonly commonCost: number
  readonly items: readonly { readonly orderCost: number; readonly holding: number; readonly demand: number }[]
}

export interface JointCycle {
  /** Between two common orders. */
  readonly cycle: number
  /** Item i comes with every so many common orders. */
  readonly multiples: readonly number[]
  readonly cost: number
}

/**
 * The best cyclic policy of the joint replenishment problem. For a given cycle T each item's best multiple is known:
 * m(m − 1) ≤ 2k / (h d T²) ≤ m(m + 1); so all vectors that can be best are met by shrinking T from the longest of these
 * bounds to the shortest that the common cost allows, and each has its own best cycle (Goyal 1974, Management Science 20).
 */
export function jointReplenishment({ commonCost, items }: JointItems): JointCycle {
  const weigh = (multiples: readonly number[]): JointCycle => {
    const paid = items.reduce((sum, { orderCost }, i) => sum + orderCost / multiples[i]!, commonCost)
    const carried = items.reduce((sum, { holding, demand }, i) => sum + holding * demand * multiples[i]!, 0)
    return { cycle: Math.sqrt((2 * paid) / carried), multiples, cost: Math.sqrt(2 * paid * carried) }
  }
  const bound = (i: number, m: number) => {
    const { orderCost, holding, demand } = items[i]!
    return Math.sqrt((2 * orderCost) / (holding * demand * m * (m + 1)))
  }
  const multiples = items.map(() => 1)
  let best = weigh(multiples)
  for (;;) {
    // the next shorter cycle at which one item comes once less often
    const [next, i] = items.reduce<[number, number]>(
      (longest, _, each) => {
        const at = bound(each, multiples[each]!)
        return at > longest[0] ? [at, each] : longest
      },
      [0, -1],
    )
    // the common orders alone would cost more
    if (i < 0 || commonCost / next > best.cost || multiples[i]! > 10_000) return best
    multiples[i]! += 1
    const candidate = weigh([...multiples])
    if (candidate.cost < best.cost - 1e-12) best = candidate
  }
}
