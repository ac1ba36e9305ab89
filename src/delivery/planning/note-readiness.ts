import { and, eq, gt, inArray, sql } from 'drizzle-orm'
import type { App } from '../../platform/app'
import type { Tx } from '../../platform/database'
import { firstDeparture } from '../domain/hot-holding'
import { type BatchOfFood, type DishOfGroup, readinessOf } from '../domain/readiness'
import { plans, waves } from '../schema/plans'
import { runs } from '../schema/runs'
import { stops } from '../schema/stops'
import { lockPlan, type Plan } from './lock-plan'
import { NOT_LOADED } from './read-wave'
import { askForRound } from './replan'

/** What the kitchen says about a menu day's food. */
export interface FoodOfMenuDay {
  readonly menuDayId: string
  readonly batches: readonly BatchOfFood[]
  readonly dishes: readonly DishOfGroup[]
}

/** Nobody plans again for less. */
const WORTH_NOTING_MS = 60_000
/** A run that has to wait so long for its food is planned again. */
const PATIENCE_SECONDS = 300
/** So often a menu day is planned again for its food; then a person decides. */
const FOOD_ROUNDS = 3

/** Notes when the food of each stop is ready and until when it is good; what is being solved of an older word is solved again. */
export const noteReadiness = (app: App, food: FoodOfMenuDay): Promise<void> =>
  app.db.transaction(async (tx) => write(tx, await lockPlan(tx, food.menuDayId), food))

/**
 * Follows what the kitchen says: notes it, and where a run would leave before its food can be ready, asks for another round
 * of its wave. It converges, because what can be ready at the earliest does not depend on the runs, and a run whose food is
 * ready in time is never touched; should food slip on and on, a menu day is planned again three times at most.
 */
export const followFood = (app: App, food: FoodOfMenuDay): Promise<void> =>
  app.db.transaction(async (tx) => {
    const { menuDayId } = food
    await write(tx, await lockPlan(tx, menuDayId), food)
    const waiting = await tx
      .selectDistinct({ wave: runs.wave })
      .from(runs)
      .innerJoin(stops, eq(stops.runId, runs.id))
      .where(
        and(
          eq(runs.menuDayId, menuDayId),
          inArray(runs.status, [...NOT_LOADED]),
          gt(stops.readyAt, sql`${runs.departAt} + make_interval(secs => ${PATIENCE_SECONDS})`),
        ),
      )
    if (waiting.length === 0) return
    const [again] = await tx
      .update(plans)
      .set({ foodRounds: sql`${plans.foodRounds} + 1` })
      .where(and(eq(plans.menuDayId, menuDayId), sql`${plans.foodRounds} < ${FOOD_ROUNDS}`))
      .returning({ foodRounds: plans.foodRounds })
    const late = waiting.map(({ wave }) => wave)
    if (again) await askForRound({ ...app, db: tx }, menuDayId, late)
  })

async function write(tx: Tx, { menuDayId, servesFrom }: Plan, { batches, dishes }: FoodOfMenuDay): Promise<void> {
  const standing = await inOrderOfLoading(tx, menuDayId)
  const order = standing.flatMap(({ groupIds }) => groupIds)
  const ready = readinessOf(order, dishes, batches, servesFrom)
  const first = firstDeparture(servesFrom).getTime()
  const changed = standing.flatMap(({ groupIds, ...stop }) => {
    const own = groupIds.flatMap((groupId) => ready.get(groupId) ?? [])
    if (own.length === 0) return []
    const readyAt = new Date(Math.max(first, ...own.map((each) => each.readyAt.getTime())))
    const useBy = new Date(Math.min(...own.map((each) => each.useBy.getTime())))
    return isFar(readyAt, stop.readyAt) || isFar(useBy, stop.useBy) ? [{ ...stop, readyAt, useBy }] : []
  })
  if (changed.length === 0) return
  await tx.execute(sql`
    update delivery.stops s set ready_at = r."readyAt", use_by = r."useBy"
    from jsonb_to_recordset(${JSON.stringify(changed)}::jsonb) as r(id text, "readyAt" timestamptz, "useBy" timestamptz)
    where s.id = r.id`)
  const touched = [...new Set(changed.map(({ wave }) => wave))]
  await tx
    .update(waves)
    .set({ version: sql`${waves.version} + 1` })
    .where(and(eq(waves.menuDayId, menuDayId), inArray(waves.wave, touched)))
}

const isFar = (a: Date, b: Date): boolean => Math.abs(a.getTime() - b.getTime()) >= WORTH_NOTING_MS

/** The stops somebody waits at or has been served at, as they are loaded: by run, then by window and neighbourhood. */
const inOrderOfLoading = (tx: Tx, menuDayId: string) =>
  tx
    .select({
      id: stops.id,
      wave: stops.wave,
      readyAt: stops.readyAt,
      useBy: stops.useBy,
      groupIds: sql<string[]>`array(
        select d.group_id from delivery.drops d where d.stop_id = ${stops.id} and d.status <> 'void' order by d.group_id)`,
    })
    .from(stops)
    .leftJoin(runs, eq(runs.id, stops.runId))
    .where(eq(stops.menuDayId, menuDayId))
    .orderBy(sql`${runs.departAt} nulls last`, stops.windowTo, stops.communityId, stops.buildingId, stops.part)
