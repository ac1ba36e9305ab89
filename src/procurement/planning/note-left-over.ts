import { sql } from 'drizzle-orm'
import type { MealPeriod, ServiceDate } from '../../kernel/time'
import type { App } from '../../platform/app'
import { demandHistory } from '../schema/planning'

export interface NoteLeftOver {
  readonly operatorId: string
  readonly siteId: string
  readonly serviceDate: ServiceDate
  readonly period: MealPeriod
  readonly dishId: string
  /** Portions that came off the heat, and all of them nobody ate. */
  readonly cooked: number
  readonly leftOver: number
}

/**
 * Keeps what was made of a dish and what was left of it, beside what was ordered: what plans and forecasts learn from is
 * what was eaten. Sums, not differences: said twice it is the same, and it may come before the orders of the day do.
 */
export async function noteLeftOver(app: App, { cooked, leftOver, ...cell }: NoteLeftOver): Promise<void> {
  await app.db
    .insert(demandHistory)
    .values({ ...cell, portions: 0, cooked, leftOver })
    .onConflictDoUpdate({
      target: [demandHistory.siteId, demandHistory.dishId, demandHistory.serviceDate, demandHistory.period],
      set: { cooked: sql`excluded.cooked`, leftOver: sql`excluded.left_over` },
    })
}
