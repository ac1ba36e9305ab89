import { and, eq, inArray, ne, notExists, sql } from 'drizzle-orm'
import { Refusal } from '../../kernel/refusal'
import type { App } from '../../platform/app'
import type { Tx } from '../../platform/database'
import { publish } from '../../platform/outbox'
import { tell } from '../../platform/realtime'
import { DropClosed } from '../events'
import { drops, runs, stops } from '../schema'
import { runsTopic } from '../topic'

type Run = typeof runs.$inferSelect
type Drop = typeof drops.$inferSelect

export interface OnDrop {
  readonly dropId: string
  readonly courierId: string
}

/**
 * The run a drop is on, locked: its drops close one after the other, so that the last one sees that it is the last.
 * @throws Refusal `not_found`, `run_not_yours`, `run_not_ready` (not on the way), `drop_closed` with its run.
 */
export async function lockMyRun(tx: Tx, { dropId, courierId }: OnDrop): Promise<{ run: Run; drop: Drop }> {
  const runOf = tx
    .select({ id: stops.runId })
    .from(stops)
    .innerJoin(drops, eq(drops.stopId, stops.id))
    .where(eq(drops.id, dropId))
  const [run] = await tx.select().from(runs).where(inArray(runs.id, runOf)).for('update')
  // read after the lock was got: what the drop is now, not what it was while we waited
  const [drop] = await tx.select().from(drops).where(eq(drops.id, dropId))
  if (!run || !drop) throw new Refusal('not_found')
  if (run.courierId !== null && run.courierId !== courierId) throw new Refusal('run_not_yours')
  if (run.status !== 'on_the_way') throw new Refusal(run.status === 'done' ? 'drop_closed' : 'run_not_ready')
  return { run, drop }
}

/** Announces that a drop came to its end, and the run with it when it was the last one. */
export async function dropClosed(app: App, run: Run, drop: Drop, outcome: 'delivered' | 'failed'): Promise<void> {
  const { id: dropId, groupId, orderId, operatorId } = drop
  await publish(app.db, DropClosed, { dropId, groupId, orderId, operatorId, outcome })
  const done = await finishRun(app, run.id)
  await tell(app.db, [
    { topic: runsTopic(run.siteId), event: 'drop', data: { runId: run.id, dropId, status: outcome } },
    ...(done ? [{ topic: runsTopic(run.siteId), event: 'run', data: { runId: run.id, status: 'done' } }] : []),
  ])
}

/** Ends a run when nobody waits for it any more. The caller holds the run's lock. */
export async function finishRun(app: App, runId: string): Promise<boolean> {
  const waiting = app.db
    .select({ one: sql`1` })
    .from(drops)
    .innerJoin(stops, eq(stops.id, drops.stopId))
    .where(and(eq(stops.runId, runId), eq(drops.status, 'waiting')))
  const ended = await app.db
    .update(runs)
    .set({ status: 'done', doneAt: app.now() })
    .where(and(eq(runs.id, runId), ne(runs.status, 'done'), notExists(waiting)))
    .returning({ id: runs.id })
  return ended.length > 0
}
