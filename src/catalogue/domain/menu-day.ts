import {
  addDays,
  type CutoffRule,
  cutoffInstant,
  instantOf,
  type MealPeriod,
  type ServiceDate,
} from '../../kernel/time'

/** The Monday all menu cycles are counted from. */
const CYCLE_START = '2024-01-01'
const DAY_MS = 86_400_000

/** Which day of a rotation of `length` days a date is. */
export function cycleDay(date: ServiceDate, length: number): number {
  const days = Math.round((Date.parse(date) - Date.parse(CYCLE_START)) / DAY_MS)
  return ((days % length) + length) % length
}

export interface PeriodRule {
  readonly period: MealPeriod
  readonly servesFrom: string
  readonly servesTo: string
  readonly cutoff: CutoffRule
}

/** The instants of one meal. A period that ends before it starts crosses midnight and belongs to the day it starts. */
export function mealInstants(date: ServiceDate, rule: PeriodRule, zone: string) {
  const crossesMidnight = rule.servesTo <= rule.servesFrom
  return {
    cutoffAt: cutoffInstant(date, rule.cutoff, zone),
    servesFrom: instantOf(date, rule.servesFrom, zone),
    servesTo: instantOf(crossesMidnight ? addDays(date, 1) : date, rule.servesTo, zone),
  }
}
