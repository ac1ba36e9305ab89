import { and, eq, inArray, sql } from 'drizzle-orm'
import type { App } from '../../platform/app'
import { note } from '../../platform/audit'
import type { Tx } from '../../platform/database'
import { insertAll } from '../../platform/insert-all'
import type { Plan as EnginePlan } from '../engine/plan'
import { plans, waves } from '../schema/plans'
import { runs } from '../schema/runs'
import { finishPlan } from './finish-plan'
import { bumpPlan, lockPlan } from './lock-plan'
import { leaveOut, placeStops } from './place-stops'
import { NOT_LOADED, type WaveAsItStands } from './read-wave'
import { runsOfPlan } from './runs-of-plan'

type Wave = typeof waves.$inferSelect

/**
 * Puts a wave's plan into the tables in place of what was not loaded. Whoever had claimed a vehicle's run keeps its first
 * new one. False when the wave is not the one that was solved any more.
 */
export const applyWave = (
  app: App,
  { plan, wave: read, rows, toPlan }: WaveAsItStands,
  solved: Pick<EnginePlan, 'vehicles' | 'unserved'>,
): Promise<boolean> =>
  app.db.transaction(async (tx) => {
    const { menuDayId, operatorId, siteId, serviceDate, period } = plan
    const within = { ...app, db: tx }
    const { lastRun } = await lockPlan(tx, menuDayId)
    const here = and(eq(waves.menuDayId, menuDayId), eq(waves.wave, read.wave))
    const [now] = await tx.select().from(waves).where(here)
    if (!now || now.planned >= read.wanted) return true
    if (now.version !== read.version) return false

    const claimed = await takeApart(tx, now)
    const drawn = runsOfPlan(plan, toPlan, rows, solved)
    const rowsToInsert = drawn.map((run, index) => {
      const kept = claimed.get(run.vehicle.id)
      claimed.delete(run.vehicle.id)
      const { places: _, ...row } = run
      const { courierId = null, claimedAt = null } = kept ?? {}
      const status = kept ? ('claimed' as const) : ('planned' as const)
      const numbered = { number: lastRun + index + 1, wave: read.wave, status, courierId, claimedAt }
      return { ...row, ...numbered, menuDayId, operatorId, siteId, serviceDate, period }
    })
    await insertAll(tx, runs, rowsToInsert)
    await placeStops(tx, drawn)
    await leaveOut(tx, solved.unserved)

    await tx.update(waves).set({ planned: read.wanted, plannedAt: app.now() }).where(here)
    await bumpPlan(tx, menuDayId, read.wave)
    if ((await countOff(tx, menuDayId, lastRun + drawn.length)) === 0) await finishPlan(within, menuDayId)
    const detail = { wave: read.wave, runs: drawn.length, stops: rows.length, unserved: solved.unserved.length }
    await note(within, { operatorId, actorId: 'worker', action: 'delivery.plan', subject: menuDayId, detail })
    return true
  })

/** Takes the runs apart that are not loaded; answers those somebody had claimed, by vehicle, the first of each. */
async function takeApart(tx: Tx, { menuDayId, wave }: Wave) {
  const apart = await tx
    .delete(runs)
    .where(and(eq(runs.menuDayId, menuDayId), eq(runs.wave, wave), inArray(runs.status, [...NOT_LOADED])))
    .returning()
  const claimed = apart.filter(({ courierId }) => courierId !== null).sort((a, b) => b.number - a.number)
  return new Map(claimed.map((run) => [run.vehicle.id, run]))
}

/** Notes the last number given to a run and how many waves are still to come, which it answers. */
async function countOff(tx: Tx, menuDayId: string, lastRun: number): Promise<number> {
  const still = tx
    .select({ count: sql`count(*)` })
    .from(waves)
    .where(and(eq(waves.menuDayId, menuDayId), sql`${waves.planned} < ${waves.wanted}`))
  const [plan] = await tx
    .update(plans)
    .set({ lastRun, wavesLeft: sql`(${still})` })
    .where(eq(plans.menuDayId, menuDayId))
    .returning({ wavesLeft: plans.wavesLeft })
  return plan?.wavesLeft ?? 0
}
