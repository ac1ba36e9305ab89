import { and, eq, isNotNull, sql } from 'drizzle-orm'
import type { MealPeriod, ServiceDate } from '../../kernel/time'
import type { App } from '../../platform/app'
import { batches } from '../schema/batches'
import { waste } from '../schema/service'

export interface Served {
  readonly siteId: string
  readonly serviceDate: ServiceDate
  readonly period: MealPeriod
  readonly dishId: string
}

type Meal = Omit<Served, 'dishId'>

const during = (rows: typeof batches | typeof waste, { siteId, serviceDate, period }: Meal) =>
  and(eq(rows.siteId, siteId), eq(rows.serviceDate, serviceDate), eq(rows.period, period))

/** Portions of a dish of a meal that came off the heat, and those that were left over. What was spoilt is no left-over. */
export async function leftOf(app: App, { dishId, ...meal }: Served) {
  const [made] = await app.db
    .select({ portions: sql<number>`coalesce(sum(${batches.portions}), 0)::int` })
    .from(batches)
    .where(and(during(batches, meal), eq(batches.dishId, dishId), isNotNull(batches.cookedAt)))
  const [left] = await app.db
    .select({ portions: sql<number>`coalesce(sum(${waste.portions}), 0)::int` })
    .from(waste)
    .where(and(during(waste, meal), eq(waste.dishId, dishId), eq(waste.cause, 'left_over')))
  return { cooked: made?.portions ?? 0, leftOver: left?.portions ?? 0 }
}

/** What was made of each dish of a meal, and what of it nobody ate, by cause. */
export async function leftOvers(app: App, meal: Meal) {
  const made = await app.db
    .select({ dishId: batches.dishId, name: batches.name, cooked: sql<number>`sum(${batches.portions})::int` })
    .from(batches)
    .where(and(during(batches, meal), isNotNull(batches.cookedAt)))
    .groupBy(batches.dishId, batches.name)
    .orderBy(batches.dishId)
  const wasted = await app.db
    .select({ dishId: waste.dishId, cause: waste.cause, portions: sql<number>`sum(${waste.portions})::int` })
    .from(waste)
    .where(during(waste, meal))
    .groupBy(waste.dishId, waste.cause)
  return made.map((dish) => {
    const of = (cause: (typeof wasted)[number]['cause']) =>
      wasted.find((row) => row.dishId === dish.dishId && row.cause === cause)?.portions ?? 0
    return { ...dish, leftOver: of('left_over'), tooOld: of('too_old'), spoilt: of('spoilt') }
  })
}
