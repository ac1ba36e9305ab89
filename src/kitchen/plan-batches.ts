import { eq } from 'drizzle-orm'
import type { Text } from '../kernel/text'
import type { MealPeriod, ServiceDate } from '../kernel/time'
import type { App } from '../platform/app'
import { newId } from '../platform/id'
import { type DishToCook, planBatches as plan } from './domain/batch-plan'
import { batches, stations } from './schema'
import { showBatches } from './screens'

export interface PlanBatches {
  readonly menuDayId: string
  readonly operatorId: string
  readonly siteId: string
  readonly serviceDate: ServiceDate
  readonly period: MealPeriod
  readonly servesFrom: Date
  readonly dishes: readonly (DishToCook & { readonly name: Text })[]
}

/** What is ordered for a menu day becomes batches with a latest start. Planning the same day again adds nothing. */
export const planBatches = (app: App, { servesFrom, dishes, ...menuDay }: PlanBatches): Promise<void> =>
  app.db.transaction(async (tx) => {
    const atSite = await tx.select().from(stations).where(eq(stations.siteId, menuDay.siteId))
    const places = new Map(atSite.map((station) => [station.code, station.places]))
    const names = new Map(dishes.map(({ dishId, name }) => [dishId, name]))
    const rows = plan(dishes, places, servesFrom).map((batch) => ({
      ...menuDay,
      ...batch,
      id: newId('bat'),
      name: names.get(batch.dishId) ?? { zh: batch.dishId, en: batch.dishId },
      status: 'planned' as const,
    }))
    if (rows.length === 0) return
    const added = await tx.insert(batches).values(rows).onConflictDoNothing().returning()
    await showBatches(tx, added)
  })
