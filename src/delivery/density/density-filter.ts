import { type SQL, sql } from 'drizzle-orm'
import type { MealPeriod, ServiceDate } from '../../kernel/time'

/** Which planned menu days are looked at: those of some kitchens of some tenants, between two days, both included. */
export interface DensityFilter {
  readonly operatorIds: readonly string[]
  readonly siteIds: readonly string[]
  readonly from: ServiceDate
  readonly to: ServiceDate
  readonly period?: MealPeriod | undefined
}

/** The plans a filter means, as a condition on `delivery.plans`. */
export const plansOf = ({ operatorIds, siteIds, from, to, period }: DensityFilter): SQL => sql`
  operator_id = any(${sql.param([...operatorIds])}) and site_id = any(${sql.param([...siteIds])})
  and service_date between ${from} and ${to} and (${period ?? null}::text is null or period = ${period ?? null})`
