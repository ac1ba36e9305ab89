import { z } from 'zod'
import { addDays, MealPeriod, type MealPeriod as Period, type ServiceDate } from '../../kernel/time'
import { weekdayOf } from '../../kernel/work-calendar'
import { ChargeKind } from './tender'

/**
 * What a company pays for its people, as data. Amounts in minor units. `days`: `workdays` follows the work calendar, with
 * its make-up Saturdays; a list names weekdays, 1 = Monday … 7 = Sunday.
 */
export const AllowanceRule = z.object({
  id: z.string().min(1),
  amountMinor: z.number().int().min(0),
  per: z.enum(['meal', 'day', 'month']),
  periods: z.array(MealPeriod).optional(),
  days: z.union([z.enum(['every_day', 'workdays']), z.array(z.number().int().min(1).max(7)).min(1)]),
  shifts: z.array(z.string()).optional(),
  /** The kitchens it is good at. */
  siteIds: z.array(z.string()).optional(),
  /** The company's own sites whose people it pays for. */
  buildingIds: z.array(z.string()).optional(),
  /** Whether what is left of one day or month may be used in the next; a meal's rest always lapses. */
  carryOver: z.boolean().default(false),
  excludes: z.array(ChargeKind).default(['delivery_fee', 'packaging', 'tip', 'alcohol', 'retail_goods']),
})
export type AllowanceRule = z.infer<typeof AllowanceRule>

/** One meal somebody orders for a day. */
export interface MealOccasion {
  readonly serviceDate: ServiceDate
  readonly period: Period
  readonly siteId: string
  readonly shift: string | null
  /** Where the person works; null where the company never said. */
  readonly buildingId: string | null
  /** Of the service date, in the work calendar of the place. */
  readonly isWorkday: boolean
}

/** Whether a rule pays for a meal at all. */
export function pays({ periods, days, shifts, siteIds, buildingIds }: AllowanceRule, meal: MealOccasion): boolean {
  if (periods && !periods.includes(meal.period)) return false
  if (siteIds && !siteIds.includes(meal.siteId)) return false
  if (shifts && (meal.shift === null || !shifts.includes(meal.shift))) return false
  if (buildingIds && (meal.buildingId === null || !buildingIds.includes(meal.buildingId))) return false
  if (days === 'every_day') return true
  return days === 'workdays' ? meal.isWorkday : days.includes(weekdayOf(meal.serviceDate))
}

/** What is counted together: one meal, one day or one month of the service date, whenever it was ordered. */
export function bucketOf(
  { per }: Pick<AllowanceRule, 'per'>,
  { serviceDate, period }: Pick<MealOccasion, 'serviceDate' | 'period'>,
): string {
  if (per === 'month') return serviceDate.slice(0, 7)
  return per === 'day' ? serviceDate : `${serviceDate} ${period}`
}

/** The bucket whose rest may be carried into the one of a day; undefined where nothing is carried. */
export function bucketBefore({ per, carryOver }: AllowanceRule, serviceDate: ServiceDate): string | undefined {
  if (!carryOver || per === 'meal') return undefined
  if (per === 'day') return addDays(serviceDate, -1)
  return addDays(`${serviceDate.slice(0, 7)}-01`, -1).slice(0, 7)
}

/**
 * What a bucket holds: the rule's amount, and what the bucket before left of its own. Only a bucket that is over is carried,
 * since nobody can order for it any more, and only once, so that rests do not pile up.
 */
export function limitOf(
  rule: AllowanceRule,
  serviceDate: ServiceDate,
  today: ServiceDate,
  used: ReadonlyMap<string, number>,
): number {
  const before = bucketBefore(rule, serviceDate)
  if (before === undefined || before >= today.slice(0, before.length)) return rule.amountMinor
  return rule.amountMinor + Math.max(0, rule.amountMinor - (used.get(before) ?? 0))
}
