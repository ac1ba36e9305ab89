import { sql } from 'drizzle-orm'
import type { Text } from '../kernel/text'
import type { MealPeriod, ServiceDate } from '../kernel/time'
import type { App } from '../platform/app'
import { batches } from './schema/batches'

/** A dish of a menu day: what batches are cooked for and orders are of. */
export interface Served {
  readonly menuDayId: string
  readonly dishId: string
}

export interface TracedBatch extends Served {
  readonly id: string
  readonly operatorId: string
  readonly siteId: string
  readonly name: Text
  readonly serviceDate: ServiceDate
  readonly period: MealPeriod
  readonly portions: number
  readonly cookedAt: Date | null
}

const traced = {
  id: batches.id,
  operatorId: batches.operatorId,
  siteId: batches.siteId,
  menuDayId: batches.menuDayId,
  dishId: batches.dishId,
  name: batches.name,
  serviceDate: batches.serviceDate,
  period: batches.period,
  portions: batches.portions,
  cookedAt: batches.cookedAt,
}

/** Batches by id, the latest meal first. */
export const batchesByIds = (app: App, ids: readonly string[]): Promise<TracedBatch[]> =>
  app.db
    .select(traced)
    .from(batches)
    .where(sql`${batches.id} = any(${sql.param([...ids])})`)
    .orderBy(sql`${batches.serviceDate} desc`, batches.id)

/** All batches of some dishes of menu days, in the order they were cooked. */
export const batchesOfDishes = (app: App, served: readonly Served[]): Promise<TracedBatch[]> =>
  app.db
    .select(traced)
    .from(batches)
    .where(
      sql`(${batches.menuDayId}, ${batches.dishId}) in (select * from unnest(
        ${sql.param(served.map(({ menuDayId }) => menuDayId))}::text[], ${sql.param(served.map(({ dishId }) => dishId))}::text[]))`,
    )
    .orderBy(batches.menuDayId, batches.dishId, batches.sequence)
