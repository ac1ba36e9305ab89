import { describe, expect, it } from 'vitest'
import { planIngredient, type Source } from '../../../src/procurement/domain/plan-ingredient'
import type { SiteSupply } from '../../../src/procurement/domain/site-supply'
import { chance, item } from '../../../src/scripts/bench/requirements/synthetic'

const SHELF = { most: Number.POSITIVE_INFINITY, serviceBps: null }

/** What was ordered, as the next plan finds it: proposed, and keeping as long as the goods do. */
const asSupplies = (orders: readonly number[], { deliveries, shelfLifeDays, orderNow }: Source): SiteSupply[] =>
  orders.slice(0, orderNow).flatMap((quantity, k) => {
    const from = deliveries[k]!
    return quantity > 0 ? [{ kind: 'order', proposed: true, quantity, from, lastDay: from + shelfLifeDays - 1 }] : []
  })

describe('a second look at an unchanged world', () => {
  it('P1 proposes nothing, for 2,000 items of all shelf lives, packs, calendars and price breaks', () => {
    const next = chance(5)
    const again: unknown[] = []
    for (let i = 0; i < 2_000; i += 1) {
      const { need, supplies, sources } = item(i, next)
      const first = planIngredient(need, { ...SHELF, supplies }, sources)
      if (first.kind !== 'order') continue
      const { plan, source } = first.decision
      const second = planIngredient(
        need,
        { ...SHELF, supplies: [...supplies, ...asSupplies(plan.orders, source)] },
        sources,
      )
      if (second.kind === 'order') again.push({ i, first: plan.orders, second: second.decision.plan.orders })
    }
    expect(again).toEqual([])
  })
})
