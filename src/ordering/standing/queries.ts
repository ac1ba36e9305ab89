import { and, asc, desc, eq, gte, inArray, isNull, lte, ne, or, sql } from 'drizzle-orm'
import type { MealPeriod, ServiceDate } from '../../kernel/time'
import type { App } from '../../platform/app'
import { isPaused, wishOn, type StandingPlan } from '../domain/standing'
import { standingDays, standingPlans } from '../schema/standing'

export type Plan = typeof standingPlans.$inferSelect
export type PlannedDay = typeof standingDays.$inferSelect

/** Somebody's standing orders, the newest first; ended ones are left out. */
export const ownPlans = (app: App, personId: string): Promise<Plan[]> =>
  app.db
    .select()
    .from(standingPlans)
    .where(and(eq(standingPlans.personId, personId), isNull(standingPlans.endedAt)))
    .orderBy(desc(standingPlans.startedAt), asc(standingPlans.id))

/** Plans that may want something between two days, both included. */
export const plansBetween = (app: App, from: ServiceDate, to: ServiceDate): Promise<Plan[]> =>
  app.db
    .select()
    .from(standingPlans)
    .where(
      and(
        isNull(standingPlans.endedAt),
        lte(standingPlans.from, to),
        or(isNull(standingPlans.to), gte(standingPlans.to, from)),
      ),
    )
    .orderBy(asc(standingPlans.id))

/** What became of some plans from a day on. */
export const daysOf = (app: App, planIds: readonly string[], from: ServiceDate): Promise<PlannedDay[]> =>
  app.db
    .select()
    .from(standingDays)
    .where(
      and(
        inArray(standingDays.planId, [...planIds]),
        gte(standingDays.serviceDate, from),
        ne(standingDays.status, 'open'),
      ),
    )
    .orderBy(asc(standingDays.serviceDate))

/** Whether a plan leaves a day out. */
export const isLeftOut = (plan: Plan, date: ServiceDate): boolean => isPaused(plan, date)

/** Whether a plan wants a meal of a day. */
export const wants = (plan: StandingPlan, date: ServiceDate, period: MealPeriod): boolean =>
  wishOn(plan, date, period) !== undefined

/** Whether somebody has an order for a meal of a day that stands or waits for its payment. */
export async function hasOrdered(
  app: App,
  personId: string,
  { serviceDate, period }: { readonly serviceDate: ServiceDate; readonly period: MealPeriod },
): Promise<boolean> {
  const { rows } = await app.db.execute(sql`
    select 1 from ordering.orders o join ordering.fulfilment_groups g on g.order_id = o.id
    where o.person_id = ${personId} and g.service_date = ${serviceDate}::date and g.period = ${period}
      and g.status <> 'cancelled' limit 1`)
  return rows.length > 0
}
