import type { Source } from '../../../procurement/domain/plan-ingredient'
import type { IngredientNeed } from '../../../procurement/domain/site-needs'
import type { SiteSupply } from '../../../procurement/domain/site-supply'

/** Days that plans look ahead. */
export const DAYS = 14

/** The same numbers in every run (a linear congruential generator, Numerical Recipes 7.1). */
export function chance(seed = 42): () => number {
  let state = seed
  return () => {
    state = (Math.imul(state, 1_664_525) + 1_013_904_223) >>> 0
    return state / 2 ** 32
  }
}

/** Dishes of 8 to 14 lines, three in ten of them sub-recipes of 4 to 8: about 27 ingredients of 2,000 a dish. */
export function recipes(dishes: number, ingredients: number): [ingredient: number, amount: number][][] {
  const next = chance()
  const whole = (from: number, to: number) => from + Math.floor(next() * (to - from + 1))
  const subs = Array.from({ length: 200 }, () =>
    Array.from({ length: whole(4, 8) }, () => [whole(0, ingredients - 1), next() * 0.3] as const),
  )
  return Array.from({ length: dishes }, () => {
    const lines = new Map<number, number>()
    const add = (ingredient: number, amount: number) => lines.set(ingredient, (lines.get(ingredient) ?? 0) + amount)
    for (let line = whole(8, 14); line > 0; line -= 1) {
      const grams = (20 + next() * 200) / (0.7 + next() * 0.3)
      const sub = next() < 0.3 ? subs[whole(0, subs.length - 1)] : undefined
      if (sub) for (const [ingredient, share] of sub) add(ingredient, grams * share)
      else add(whole(0, ingredients - 1), grams)
    }
    return [...lines]
  })
}

const CALENDARS = [
  [1, 2, 3, 4, 5, 8, 9, 10, 11, 12],
  [2, 5, 9, 12],
  [1, 4, 8, 11],
]

export interface SyntheticItem {
  readonly need: IngredientNeed
  readonly supplies: readonly SiteSupply[]
  readonly sources: readonly Source[]
}

/** One ingredient of one site: 2 to 10 kg a day but Sundays, two lots, one or two suppliers, breaks at half of them. */
export function item(i: number, next: () => number): SyntheticItem {
  const need = new Float64Array(DAYS)
  const variance = new Float64Array(DAYS)
  for (let day = 0; day < DAYS; day += 1) {
    if (day % 7 === 6) continue
    need[day] = Math.round(2_000 + next() * 8_000)
    variance[day] = (need[day]! / 8) ** 2
  }
  const lot = (most: number, from: number, days: number): SiteSupply => ({
    kind: 'lot',
    proposed: false,
    quantity: Math.round(next() * most),
    from: 0,
    lastDay: from + Math.floor(next() * days),
  })
  const source = (supplierId: string, at: number): Source => ({
    supplierId,
    priority: 1 + (at % 2),
    deliveries: CALENDARS[(i + at) % CALENDARS.length] ?? [],
    orderNow: 1,
    cutoffPassed: false,
    shelfLifeDays: [3, 5, 7, 30, 180][i % 5] ?? 7,
    feeShare: 0,
    packSize: [1_000, 5_000, 2_500, 10_000][i % 4] ?? 1_000,
    minimumPacks: 1 + (i % 3),
    multiplePacks: 1,
    priceMinor: 800 * ([1, 5, 2.5, 10][i % 4] ?? 1),
    priceBreaks: i % 2 ? [{ packs: 8, priceMinor: 760 * ([1, 5, 2.5, 10][i % 4] ?? 1) }] : [],
  })
  const sources = i % 3 === 0 ? [source('a', 0), source('b', 1)] : [source('a', 0)]
  return {
    need: { ingredientId: `ing_${i}`, need, firm: need, variance },
    supplies: [lot(20_000, 1, 10), lot(10_000, 3, 20)],
    sources,
  }
}
