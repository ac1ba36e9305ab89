import type { MealPeriod, ServiceDate } from '../../../kernel/time'
import type { SubsidyScheme } from './scheme'

/**
 * What a grant's uses are counted in: the local service date, the meal or the month; null where nothing is counted.
 * What the operator is paid for serving somebody is counted by day.
 */
export function bucketOfGrant(
  { grants, operatorGrants }: SubsidyScheme,
  grantId: string,
  { day, period }: { readonly day: ServiceDate; readonly period: MealPeriod },
): string | null {
  if (operatorGrants.some(({ id }) => id === grantId)) return day
  const per = grants.find(({ id }) => id === grantId)?.cap?.per
  if (!per) return null
  if (per === 'person_month') return day.slice(0, 7)
  return per === 'person_day' ? day : `${day} ${period}`
}
