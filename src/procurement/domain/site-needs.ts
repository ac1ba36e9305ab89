import type { ServiceDate } from '../../kernel/time'
import { explodeDemand, recipeMatrix } from '../engine/requirements/explode-demand'
import { daysBetween } from './delivery-calendar'
import type { Expectation, PlannedDish } from './expected-portions'

/** What a portion of a recipe takes from the shelf, raw, in thousandths of base units. */
export type Explosion = ReadonlyMap<string, readonly { readonly ingredientId: string; readonly perThousand: number }[]>

/** What a site needs of one ingredient, by day from today, in base units. */
export interface IngredientNeed {
  readonly ingredientId: string
  readonly need: Float64Array
  readonly firm: Float64Array
  /** Square of one standard deviation of the need. */
  readonly variance: Float64Array
}

/** One dish of the menu with what is expected of it. */
export interface ExpectedDish {
  readonly dish: PlannedDish
  readonly expectation: Expectation
}

/** Need per ingredient and day: dishes through their recipes. Base units are rounded up once, per ingredient and day. */
export function siteNeeds(
  menu: readonly ExpectedDish[],
  explosion: Explosion,
  today: ServiceDate,
  days: number,
): IngredientNeed[] {
  const versions = [...new Set(menu.map(({ dish }) => dish.recipeVersionId))]
  const ingredientIds = [
    ...new Set(versions.flatMap((id) => (explosion.get(id) ?? []).map((line) => line.ingredientId))),
  ]
  ingredientIds.sort()
  const place = new Map(ingredientIds.map((id, i) => [id, i]))
  const lines = versions.map((id) =>
    (explosion.get(id) ?? []).map(
      ({ ingredientId, perThousand }) => [place.get(ingredientId) ?? 0, perThousand / 1_000] as const,
    ),
  )
  const row = new Map(versions.map((id, i) => [id, i * days]))
  const portions = tables(versions.length * days)
  for (const { dish, expectation } of menu) {
    const day = daysBetween(today, dish.serviceDate)
    if (day < 0 || day >= days) continue
    const at = (row.get(dish.recipeVersionId) ?? 0) + day
    portions.need[at]! += expectation.mean
    portions.firm[at]! += dish.firm
    portions.variance[at]! += expectation.spread ** 2
  }
  const matrix = recipeMatrix(lines)
  const squared = recipeMatrix(lines.map((dish) => dish.map(([i, amount]) => [i, amount ** 2] as const)))
  const total = tables(ingredientIds.length * days)
  explodeDemand(matrix, portions.need, days, total.need)
  explodeDemand(matrix, portions.firm, days, total.firm)
  explodeDemand(squared, portions.variance, days, total.variance)
  for (const table of [total.need, total.firm]) table.forEach((value, at) => (table[at] = whole(value)))
  return ingredientIds.map((ingredientId, i) => ({
    ingredientId,
    need: total.need.subarray(i * days, (i + 1) * days),
    firm: total.firm.subarray(i * days, (i + 1) * days),
    variance: total.variance.subarray(i * days, (i + 1) * days),
  }))
}

const tables = (size: number) => ({
  need: new Float64Array(size),
  firm: new Float64Array(size),
  variance: new Float64Array(size),
})

/** Sums of thousandths of a portion: what is a millionth above a whole unit is that unit. */
const whole = (value: number): number => Math.max(0, Math.ceil(value - 1e-6))

/** What is still to be taken from stock: batches cooked already have had theirs. */
export function stillNeeded(need: IngredientNeed, issued: ReadonlyMap<number, number>): IngredientNeed {
  if (issued.size === 0) return need
  const rest = need.need.map((units, day) => Math.max(0, units - (issued.get(day) ?? 0)))
  return { ...need, need: rest, firm: need.firm.map((units, day) => Math.min(units, rest[day]!)) }
}
