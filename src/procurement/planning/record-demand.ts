import { sql } from 'drizzle-orm'
import type { MealPeriod, ServiceDate } from '../../kernel/time'
import type { App } from '../../platform/app'
import { demandHistory } from '../schema/planning'

export interface RecordDemand {
  readonly operatorId: string
  readonly siteId: string
  readonly serviceDate: ServiceDate
  readonly period: MealPeriod
  readonly dishes: readonly { readonly dishId: string; readonly portions: number }[]
}

/** Keep what a closed menu day sold: the averages of the weeks to come learn from it. */
export async function recordDemand(app: App, { dishes, ...menuDay }: RecordDemand): Promise<void> {
  if (dishes.length === 0) return
  await app.db
    .insert(demandHistory)
    .values(dishes.map((dish) => ({ ...menuDay, ...dish })))
    .onConflictDoUpdate({
      target: [demandHistory.siteId, demandHistory.dishId, demandHistory.serviceDate, demandHistory.period],
      set: { portions: sql`excluded.portions` },
    })
}
