import { and, eq, inArray, sql } from 'drizzle-orm'
import { isDeepStrictEqual } from 'node:util'
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
  serviceSteps,
} from './domain/service-problem'
import { BatchesPlanned } from './events'
import { keepPlan } from './planning/keep-plan'
import { resourcesOf } from './planning/resources'
import { batches, type BatchStep } from './schema/batches'
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
    const begun = before.flatMap(begunOf)
    const resources = await resourcesOf({ ...app, db: tx }, siteId)
    const plan = planPrep(problemOf({ ...menuDay, ...resources, now: app.now(), begun }))

    const waiting = before.filter(({ status }) => status === 'planned')
    const rows = rowsOf(menuDay, plan.batches, before)
    const gone = waiting.filter(({ id }) => !rows.some((row) => row.id === id)).map(({ id }) => id)
    const changed = rows.filter((row) => !waiting.some((old) => isSame(old, row)))
    const kept = await keepPlan({ ...app, db: tx }, menuDay, plan)
    if (gone.length === 0 && changed.length === 0 && !kept.isNew) return
    if (gone.length > 0) await tx.delete(batches).where(and(inArray(batches.id, gone), eq(batches.status, 'planned')))
    if (changed.length > 0) await write(tx, changed)

    const { lateMinutes, bottleneck, impossible } = plan
    const detail = { batches: rows.length, lateMinutes, bottleneck: bottleneck ?? null, impossible }
    await note(
      { ...app, db: tx },
      { operatorId, actorId: 'worker', action: 'kitchen.plan', subject: menuDayId, detail },
    )
    await publish(tx, BatchesPlanned, { menuDayId, operatorId, siteId })
    await showPlan(tx, menuDay, await rowsNow(tx, menuDayId), kept.plan)
  })

type NewRow = typeof batches.$inferInsert

const begunOf = ({ startedAt, cookedAt, ...batch }: BatchRow): BegunBatch[] =>
  startedAt ? [{ ...batch, startedAt, cookedAt }] : []

const isSame = (old: BatchRow, row: NewRow): boolean =>
  old.id === row.id &&
  old.portions === row.portions &&
  old.startBy.getTime() === row.startBy.getTime() &&
  isDeepStrictEqual(old.steps, row.steps)

/** Batches of a dish keep their rows in order, so that a card on a screen moves instead of being another. */
function rowsOf(menuDay: PlanBatches, planned: readonly PrepBatch[], before: readonly BatchRow[]): NewRow[] {
  const { menuDayId, operatorId, siteId, serviceDate, period } = menuDay
  const last = new Map<string, number>()
  for (const { dishId, sequence } of before) last.set(dishId, Math.max(last.get(dishId) ?? 0, sequence))
  return menuDay.dishes.flatMap((dish) => {
    const { dishId, recipeVersionId, name, station, minutes } = dish
    const free = before.filter((batch) => batch.recipeVersionId === recipeVersionId && batch.status === 'planned')
    const own = planned.filter((batch) => batch.recipeVersionId === recipeVersionId)
    return own.map((batch, i) => {
      const { portions, startBy } = batch
      const sequence = free[i]?.sequence ?? (last.get(dishId) ?? 0) + 1
      last.set(dishId, Math.max(last.get(dishId) ?? 0, sequence))
      const id = free[i]?.id ?? newId('bat')
      const recipe = { dishId, recipeVersionId, name, station, minutes }
      const times = { startBy: instantOf(startBy), steps: stepsOf(dish, batch), status: 'planned' as const }
      return { id, menuDayId, operatorId, siteId, serviceDate, period, ...recipe, sequence, portions, ...times }
    })
  })
}

const instantOf = (minute: number) => new Date(minute * 60_000)

const stepsOf = (dish: DishToCook, { steps }: PrepBatch): BatchStep[] =>
  serviceSteps(dish).flatMap(({ text, station, attended }, i) => {
    const planned = steps[i]
    if (!planned) return []
    const [startAt, endAt] = [instantOf(planned.startAt).toISOString(), instantOf(planned.endAt).toISOString()]
    return [{ station, text, attended, startAt, endAt }]
  })

/** A batch that was started meanwhile stays as it is. */
const write = (tx: Tx, rows: readonly NewRow[]) =>
  tx
    .insert(batches)
    .values([...rows])
    .onConflictDoUpdate({
      target: batches.id,
      set: { portions: sql`excluded.portions`, startBy: sql`excluded.start_by`, steps: sql`excluded.steps` },
      setWhere: eq(batches.status, 'planned'),
    })

const rowsNow = (tx: Tx, menuDayId: string) =>
  tx.select().from(batches).where(eq(batches.menuDayId, menuDayId)).orderBy(batches.startBy, batches.sequence)
