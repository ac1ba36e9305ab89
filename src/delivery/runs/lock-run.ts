import { eq, inArray } from 'drizzle-orm'
import { Refusal } from '../../kernel/refusal'
import type { Tx } from '../../platform/database'
import { lockPlan } from '../planning/lock-plan'
import { drops } from '../schema/drops'
import { runs } from '../schema/runs'
import { stops } from '../schema/stops'
import type { Run } from './follow-run'

export type Drop = typeof drops.$inferSelect

export interface OnRun {
  readonly runId: string
  readonly courierId: string
}

export interface OnDrop {
  readonly dropId: string
  readonly courierId: string
}

/** A run with its plan, both locked in this order: nobody changes its stops meanwhile. @throws Refusal `not_found`. */
export async function lockRunInPlan(tx: Tx, runId: string): Promise<Run> {
  const [known] = await tx.select({ menuDayId: runs.menuDayId }).from(runs).where(eq(runs.id, runId))
  if (!known) throw new Refusal('not_found')
  await lockPlan(tx, known.menuDayId)
  return lockRun(tx, runId)
}

/** A run, locked. @throws Refusal `not_found`. */
export async function lockRun(tx: Tx, runId: string): Promise<Run> {
  const [run] = await tx.select().from(runs).where(eq(runs.id, runId)).for('update')
  if (!run) throw new Refusal('not_found')
  return run
}

/**
 * The run a drop is on, locked: its drops close one after the other, so that the last one sees that it is the last.
 * @throws Refusal `not_found`, `run_not_ready` (not on the way), `drop_closed` with its run.
 */
export async function lockRunOf(tx: Tx, dropId: string): Promise<{ run: Run; drop: Drop }> {
  const runOf = tx
    .select({ id: stops.runId })
    .from(stops)
    .innerJoin(drops, eq(drops.stopId, stops.id))
    .where(eq(drops.id, dropId))
  const [run] = await tx.select().from(runs).where(inArray(runs.id, runOf)).for('update')
  // read after the lock was got: what the drop is now, not what it was while we waited
  const [drop] = await tx.select().from(drops).where(eq(drops.id, dropId))
  if (!run || !drop) throw new Refusal('not_found')
  if (run.status !== 'on_the_way') throw new Refusal(run.status === 'done' ? 'drop_closed' : 'run_not_ready')
  return { run, drop }
}

/** The same for the courier who drives it. @throws Refusal `run_not_yours` and what `lockRunOf` refuses. */
export async function lockMyRun(tx: Tx, { dropId, courierId }: OnDrop): Promise<{ run: Run; drop: Drop }> {
  const [on] = await tx
    .select({ courierId: runs.courierId })
    .from(runs)
    .innerJoin(stops, eq(stops.runId, runs.id))
    .innerJoin(drops, eq(drops.stopId, stops.id))
    .where(eq(drops.id, dropId))
  if (on?.courierId && on.courierId !== courierId) throw new Refusal('run_not_yours')
  const { run, drop } = await lockRunOf(tx, dropId)
  if (run.courierId !== courierId) throw new Refusal('run_not_yours')
  return { run, drop }
}
