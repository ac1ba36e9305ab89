import { and, asc, eq, gt, sql } from 'drizzle-orm'
import { isDeepStrictEqual } from 'node:util'
import type { App } from '../../platform/app'
import type { PrepPlan } from '../domain/prep/plan-prep'
import type { PlanBatches } from '../plan-batches'
import { type LateDish, plans } from '../schema/planning'
import { type PlanRow, type PlanView, planView } from '../views'

/** Keeps what a plan comes to; `isNew` when it says something else than the one before it. */
export async function keepPlan(app: App, menuDay: PlanBatches, plan: PrepPlan) {
  const { menuDayId, operatorId, siteId, serviceDate, period, departures } = menuDay
  const row = {
    menuDayId,
    operatorId,
    siteId,
    serviceDate,
    period,
    endsAt: new Date(Math.max(...departures.map(({ lastDropAt }) => lastDropAt.getTime()))),
    lateMinutes: plan.lateMinutes,
    idleMinutes: plan.idleMinutes,
    makespan: plan.makespan,
    lowerBound: plan.lowerBound,
    bottleneck: plan.bottleneck ?? null,
    late: lateDishes(menuDay, plan),
    impossible: menuDay.dishes
      .filter(({ recipeVersionId }) => plan.impossible.includes(recipeVersionId))
      .map(({ dishId, name }) => ({
        dishId,
        name,
      })),
    plannedAt: app.now(),
  }
  const [before] = await app.db.select().from(plans).where(eq(plans.menuDayId, menuDayId))
  await app.db.insert(plans).values(row).onConflictDoUpdate({ target: plans.menuDayId, set: row })
  return { isNew: !isDeepStrictEqual(saidBy(before), saidBy(row)), plan: planView(row) }
}

/** What of a plan a kitchen acts on; that it was made again is no news. A plan for nothing says as much as none. */
const saidBy = (plan: PlanRow | undefined) => {
  const { bottleneck = null, late = [], impossible = [] } = plan ?? {}
  return { bottleneck, late: [...late], impossible: [...impossible] }
}

function lateDishes({ dishes }: PlanBatches, { batches }: PrepPlan): LateDish[] {
  return dishes.flatMap(({ dishId, recipeVersionId, name }) => {
    const late = batches.filter((batch) => batch.recipeVersionId === recipeVersionId && batch.lateMinutes > 0)
    if (late.length === 0) return []
    const portions = late.reduce((sum, batch) => sum + batch.portions, 0)
    return [{ dishId, name, portions, lateMinutes: Math.max(...late.map(({ lateMinutes }) => lateMinutes)) }]
  })
}

/** The plan of a service, undefined before there is one. */
export async function planOf(
  app: App,
  { siteId, serviceDate, period }: Pick<PlanRow, 'siteId' | 'serviceDate' | 'period'>,
): Promise<PlanView | undefined> {
  const service = and(eq(plans.siteId, siteId), eq(plans.serviceDate, serviceDate), eq(plans.period, period))
  const [row] = await app.db.select().from(plans).where(service)
  return row && planView(row)
}

/** Menu days of a site that are planned and still go on. */
export const menuDaysInWork = async (app: App, siteId: string): Promise<string[]> => {
  const rows = await app.db
    .select({ id: plans.menuDayId })
    .from(plans)
    .where(and(eq(plans.siteId, siteId), gt(plans.endsAt, app.now())))
    .orderBy(asc(plans.endsAt), sql`${plans.menuDayId}`)
  return rows.map(({ id }) => id)
}
