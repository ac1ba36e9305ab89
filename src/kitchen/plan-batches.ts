import { and, eq, inArray, sql } from 'drizzle-orm'
import type { Text } from '../kernel/text'
import type { MealPeriod, ServiceDate } from '../kernel/time'
import type { App } from '../platform/app'
import { note } from '../platform/audit'
import type { Tx } from '../platform/database'
import { newId } from '../platform/id'
import { publish } from '../platform/outbox'
import { type PrepBatch, planPrep } from './domain/prep/plan-prep'
import {
  type BegunBatch,
  type DishToCook,
  type LoadTime,
  type PortionsWanted,
  problemOf,
} from './domain/service-problem'
import { BatchesPlanned } from './events'
import { batches } from './schema/batches'
import { stations } from './schema/stations'
import { showPlan } from './screens'
import type { BatchRow } from './views'

export interface PlanBatches {
  readonly menuDayId: string
  readonly operatorId: string
  readonly siteId: string
  readonly serviceDate: ServiceDate
  readonly period: MealPeriod
  readonly dishes: readonly (DishToCook & { readonly name: Text })[]
  readonly departures: readonly LoadTime[]
  readonly wanted: readonly PortionsWanted[]
}

/**
 * What a menu day needs becomes batches counted back from when its food is loaded. Planning again moves what has not been
 * started and leaves the rest alone; with nothing changed it writes nothing.
 */
export const planBatches = (app: App, menuDay: PlanBatches): Promise<void> =>
  app.db.transaction(async (tx) => {
    const { menuDayId, operatorId, siteId } = menuDay
    // two plans of one menu day take turns
    await tx.execute(sql`select pg_advisory_xact_lock(hashtextextended(${`kitchen.batches:${menuDayId}`}, 0))`)
    const before = await tx.select().from(batches).where(eq(batches.menuDayId, menuDayId)).orderBy(batches.sequence)
    const atSite = await tx.select().from(stations).where(eq(stations.siteId, siteId))
    const places = new Map(atSite.map((station) => [station.code, station.places]))
    const begun = before.flatMap(begunOf)
    const plan = planPrep(problemOf({ ...menuDay, now: app.now(), places, begun }))

    const waiting = before.filter(({ status }) => status === 'planned')
    const rows = rowsOf(menuDay, plan.batches, before)
    const gone = waiting.filter(({ id }) => !rows.some((row) => row.id === id)).map(({ id }) => id)
    const changed = rows.filter((row) => !waiting.some((old) => isSame(old, row)))
    if (gone.length === 0 && changed.length === 0) return
    if (gone.length > 0) await tx.delete(batches).where(and(inArray(batches.id, gone), eq(batches.status, 'planned')))
    if (changed.length > 0) await write(tx, changed)

    const { lateMinutes, bottleneck, impossible } = plan
    const detail = { batches: rows.length, lateMinutes, bottleneck: bottleneck ?? null, impossible }
    await note(
      { ...app, db: tx },
      { operatorId, actorId: 'worker', action: 'kitchen.plan', subject: menuDayId, detail },
    )
    await publish(tx, BatchesPlanned, { menuDayId, operatorId, siteId })
    await showPlan(tx, menuDay, await rowsNow(tx, menuDayId))
  })

type NewRow = typeof batches.$inferInsert

const begunOf = ({ startedAt, cookedAt, ...batch }: BatchRow): BegunBatch[] =>
  startedAt ? [{ ...batch, startedAt, cookedAt }] : []

const isSame = (old: BatchRow, row: NewRow): boolean =>
  old.id === row.id && old.portions === row.portions && old.startBy.getTime() === row.startBy.getTime()

/** Batches of a dish keep their rows in order, so that a card on a screen moves instead of being another. */
function rowsOf(menuDay: PlanBatches, planned: readonly PrepBatch[], before: readonly BatchRow[]): NewRow[] {
  const { menuDayId, operatorId, siteId, serviceDate, period } = menuDay
  const last = new Map<string, number>()
  for (const { dishId, sequence } of before) last.set(dishId, Math.max(last.get(dishId) ?? 0, sequence))
  return menuDay.dishes.flatMap(({ dishId, recipeVersionId, name, station, minutes }) => {
    const free = before.filter((batch) => batch.recipeVersionId === recipeVersionId && batch.status === 'planned')
    const own = planned.filter((batch) => batch.recipeVersionId === recipeVersionId)
    return own.map(({ portions, startBy }, i) => {
      const sequence = free[i]?.sequence ?? (last.get(dishId) ?? 0) + 1
      last.set(dishId, Math.max(last.get(dishId) ?? 0, sequence))
      const id = free[i]?.id ?? newId('bat')
      const recipe = { dishId, recipeVersionId, name, station, minutes }
      const times = { startBy: new Date(startBy * 60_000), status: 'planned' as const }
      return { id, menuDayId, operatorId, siteId, serviceDate, period, ...recipe, sequence, portions, ...times }
    })
  })
}

/** A batch that was started meanwhile stays as it is. */
const write = (tx: Tx, rows: readonly NewRow[]) =>
  tx
    .insert(batches)
    .values([...rows])
    .onConflictDoUpdate({
      target: batches.id,
      set: { portions: sql`excluded.portions`, startBy: sql`excluded.start_by` },
      setWhere: eq(batches.status, 'planned'),
    })

const rowsNow = (tx: Tx, menuDayId: string) =>
  tx.select().from(batches).where(eq(batches.menuDayId, menuDayId)).orderBy(batches.startBy, batches.sequence)
