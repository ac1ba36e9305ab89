import type { MealPeriod, ServiceDate } from '../../kernel/time'
import { weekdayOf } from './delivery-calendar'

/** What was served of a dish on a past day. */
export interface PastDay {
  readonly dishId: string
  readonly period: MealPeriod
  readonly serviceDate: ServiceDate
  readonly portions: number
}

/** One dish on a menu day to come, as catalogue and ordering know it. */
export interface PlannedDish {
  readonly serviceDate: ServiceDate
  readonly period: MealPeriod
  readonly dishId: string
  readonly recipeVersionId: string
  /** Portions customers have ordered so far. */
  readonly firm: number
  /** More may be ordered; false after the cut-off, when what is ordered is all there will be. */
  readonly open: boolean
}

/** Portions, and one standard deviation of what is not yet certain. */
export interface Expectation {
  readonly mean: number
  readonly spread: number
}

/** Fewer days of the same weekday than this say less than all weekdays together. */
const ENOUGH_SAME_WEEKDAYS = 3

/**
 * Firm orders consume the forecast: it stands for what is still missing. Where nobody has forecast the dish, the average
 * of the past does. A closed menu day is certain.
 */
export function expectedPortions(dish: PlannedDish, past: readonly PastDay[], forecast?: Expectation): Expectation {
  if (!dish.open) return { mean: dish.firm, spread: 0 }
  const usual = forecast ?? averageOf(alike(dish, past))
  if (dish.firm >= usual.mean) return { mean: dish.firm, spread: 0 }
  // the firm part no longer swings
  return { mean: usual.mean, spread: usual.spread * (1 - dish.firm / usual.mean) }
}

/** The dish on the same weekday, else on any day, else its neighbours on that menu. */
function alike(dish: PlannedDish, past: readonly PastDay[]): number[] {
  const period = past.filter((day) => day.period === dish.period)
  const same = period.filter((day) => day.dishId === dish.dishId)
  const weekday = same.filter((day) => weekdayOf(day.serviceDate) === weekdayOf(dish.serviceDate))
  const chosen = weekday.length >= ENOUGH_SAME_WEEKDAYS ? weekday : same.length > 0 ? same : period
  return chosen.map((day) => day.portions)
}

function averageOf(values: readonly number[]): Expectation {
  if (values.length === 0) return { mean: 0, spread: 0 }
  const mean = values.reduce((a, b) => a + b, 0) / values.length
  const squares = values.reduce((sum, value) => sum + (value - mean) ** 2, 0)
  return { mean, spread: values.length > 1 ? Math.sqrt(squares / (values.length - 1)) : 0 }
}
