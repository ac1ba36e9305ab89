import { z } from 'zod'
import { MealPeriod, type MealPeriod as Period, type ServiceDate } from '../../kernel/time'
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
  siteIds: z.array(z.string()).optional(),
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
  /** Of the service date, in the work calendar of the place. */
  readonly isWorkday: boolean
}

/** Whether a rule pays for a meal at all. */
export function pays({ periods, days, shifts, siteIds }: AllowanceRule, meal: MealOccasion): boolean {
  if (periods && !periods.includes(meal.period)) return false
  if (siteIds && !siteIds.includes(meal.siteId)) return false
  if (shifts && (meal.shift === null || !shifts.includes(meal.shift))) return false
  if (days === 'every_day') return true
  return days === 'workdays' ? meal.isWorkday : days.includes(weekday(meal.serviceDate))
}

/** What is counted together: one meal, one day or one month of the service date, whenever it was ordered. */
export function bucketOf(
  { per }: Pick<AllowanceRule, 'per'>,
  { serviceDate, period }: Pick<MealOccasion, 'serviceDate' | 'period'>,
): string {
  if (per === 'month') return serviceDate.slice(0, 7)
  return per === 'day' ? serviceDate : `${serviceDate} ${period}`
}

/** 1 = Monday … 7 = Sunday. */
const weekday = (date: ServiceDate): number => new Date(`${date}T00:00:00Z`).getUTCDay() || 7
