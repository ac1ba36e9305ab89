import type { ModelBuilder, Term } from './linear-model'
import type { CaseItem } from './supply-case'

/** When an item may be ordered, and the columns that say it is. */
export interface OrderChance {
  readonly day: number
  readonly pieces: readonly { readonly taken: number }[]
}

/** Days ahead for which the cuts are written out. */
const CUT_DAYS = 3

/**
 * What a run of days needs comes from stock, from lots or from orders that are taken as a whole: the (l, S) inequalities
 * (Barany, Van Roy and Wolsey 1984), which cut off plans that pay for a fraction of a delivery.
 */
export function tighten(
  build: ModelBuilder,
  { demand, shelfLife }: CaseItem,
  { chances, stock, lotUse }: { chances: readonly OrderChance[]; stock: readonly number[]; lotUse: readonly Term[][] },
): void {
  for (let from = 0; from < demand.length; from += 1) {
    let needed = 0
    for (let to = from; to < Math.min(demand.length, from + CUT_DAYS); to += 1) {
      needed += demand[to]!
      if (demand[to] === 0) continue
      const orders = chances
        .filter(({ day }) => day >= from && day <= to)
        .flatMap(({ day, pieces }) => {
          const most = demand.slice(day, Math.min(to + 1, day + shelfLife)).reduce((sum, units) => sum + units, 0)
          return pieces.map(({ taken }): Term => [taken, most])
        })
      const carried: Term[] = from > 0 ? [[stock[from - 1]!, 1]] : []
      build.row([...carried, ...orders, ...lotUse.slice(from, to + 1).flat()], needed, Number.POSITIVE_INFINITY)
    }
  }
}
