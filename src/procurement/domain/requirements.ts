import type { ServiceDate } from '../../kernel/time'
import { expectedPortions, type PastDay, type PlannedDish } from './expected-portions'

/** What 1,000 portions of a recipe take from the shelf, raw, in base units. */
export type Explosion = ReadonlyMap<string, readonly { readonly ingredientId: string; readonly perThousand: number }[]>

/** What one ingredient is needed for on one day, in base units. */
export interface DayNeed {
  readonly date: ServiceDate
  readonly need: number
  readonly firm: number
  /** Square of one standard deviation of the need. */
  readonly variance: number
}

/** Need per ingredient and day. Base units are rounded up once, per ingredient and day. */
export function requirementsOf(
  menu: readonly PlannedDish[],
  explosion: Explosion,
  past: readonly PastDay[],
): Map<string, DayNeed[]> {
  const exact = new Map<string, Map<ServiceDate, { need: number; firm: number; variance: number }>>()
  for (const dish of menu) {
    const { mean, spread } = expectedPortions(dish, past)
    for (const { ingredientId, perThousand } of explosion.get(dish.recipeVersionId) ?? []) {
      const days = exact.get(ingredientId) ?? new Map()
      const day = days.get(dish.serviceDate) ?? { need: 0, firm: 0, variance: 0 }
      day.need += (mean * perThousand) / 1_000
      day.firm += (dish.firm * perThousand) / 1_000
      day.variance += ((spread * perThousand) / 1_000) ** 2
      exact.set(ingredientId, days.set(dish.serviceDate, day))
    }
  }
  return new Map([...exact].map(([ingredientId, days]) => [ingredientId, inOrder(days)]))
}

/** Sums of thousandths of a portion: what is a millionth above a whole unit is that unit. */
const whole = (value: number): number => Math.ceil(value - 1e-6)

const inOrder = (days: ReadonlyMap<ServiceDate, { need: number; firm: number; variance: number }>): DayNeed[] =>
  [...days]
    .map(([date, { need, firm, variance }]) => ({ date, need: whole(need), firm: whole(firm), variance }))
    .sort((a, b) => (a.date < b.date ? -1 : 1))

/** What is still to be taken from stock: batches cooked already have had theirs. */
export const stillNeeded = (days: readonly DayNeed[], issued: ReadonlyMap<ServiceDate, number>): DayNeed[] =>
  days.map((day) => {
    const rest = Math.max(0, day.need - (issued.get(day.date) ?? 0))
    return { ...day, need: rest, firm: Math.min(day.firm, rest) }
  })
