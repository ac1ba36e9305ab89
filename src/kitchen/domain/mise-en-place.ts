import type { Text } from '../../kernel/text'
import type { StepToCook } from './service-problem'

/** A dish of tomorrow with the portions that are expected of it. */
export interface DishAhead {
  readonly recipeId: string
  readonly name: Text
  readonly portions: number
  readonly batchPortions: number
  readonly steps: readonly StepToCook[]
}

/** A sauce, stock or filling that dishes of tomorrow need. */
export interface MixAhead {
  readonly recipeId: string
  readonly name: Text
  readonly grams: number
  /** What one cook of it makes. */
  readonly yieldGrams: number
  readonly station: string
  readonly minutes: number
}

export interface PrepTask {
  /** The same tomorrow for the same recipe and step. */
  readonly id: string
  readonly name: Text
  readonly text: Text | null
  readonly station: string
  readonly portions: number
  readonly grams: number | null
  readonly batches: number
  readonly minutes: number
}

/** What is made ready the day before: steps that may be, batch by batch, and everything made by weight; longest first. */
export function miseEnPlace(dishes: readonly DishAhead[], mixes: readonly MixAhead[]): PrepTask[] {
  const steps = dishes.flatMap(({ recipeId, name, portions, batchPortions, steps: all }) =>
    all.flatMap(({ text, station, minutes, when }, i) => {
      if (when !== 'day_before' || portions <= 0) return []
      const batches = Math.ceil(portions / batchPortions)
      return [
        { id: `${recipeId}:${i + 1}`, name, text, station, portions, grams: null, batches, minutes: minutes * batches },
      ]
    }),
  )
  const made = mixes
    .filter(({ grams }) => grams > 0)
    .map(({ recipeId, name, grams, yieldGrams, station, minutes }) => {
      const batches = Math.ceil(grams / yieldGrams)
      return { id: recipeId, name, text: null, station, portions: 0, grams, batches, minutes: minutes * batches }
    })
  return [...steps, ...made].sort((a, b) => b.minutes - a.minutes || (a.id < b.id ? -1 : 1))
}

/** A dish on a menu day. */
export interface MenuDish {
  readonly menuDayId: string
  readonly period: string
  readonly dishId: string
  readonly recipeVersionId: string | null
}

/** What is counted on of each dish with a recipe: what is ordered, or what is foreseen where that is more. */
export function expectedPortions<M extends MenuDish>(
  menu: readonly M[],
  ordered: readonly { readonly period: string; readonly dishId: string; readonly portions: number }[],
  foreseen: readonly { readonly period: string; readonly dishId: string; readonly chosen: number }[],
): { menuDayId: string; period: M['period']; versionId: string; portions: number }[] {
  return menu.flatMap(({ menuDayId, period, dishId, recipeVersionId: versionId }) => {
    const same = (one: { period: string; dishId: string }) => one.period === period && one.dishId === dishId
    const firm = ordered.filter(same).reduce((sum, { portions }) => sum + portions, 0)
    const portions = Math.max(firm, foreseen.find(same)?.chosen ?? 0)
    return versionId && portions > 0 ? [{ menuDayId, period, versionId, portions }] : []
  })
}
