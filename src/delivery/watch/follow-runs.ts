import { and, eq, inArray, isNotNull, lt, or } from 'drizzle-orm'
import type { App } from '../../platform/app'
import { tell } from '../../platform/realtime'
import { followRun } from '../runs/follow-run'
import { runs } from '../schema/runs'

/**
 * Time passes though nothing is reported: what should have left has not, who is on the way is not there yet. Predicts again
 * for every run that is due, so that an alert comes before its window ends. Somebody who has a run in hand predicts anyway.
 */
export async function followRuns(app: App): Promise<void> {
  const overdue = and(inArray(runs.status, ['planned', 'claimed', 'loaded']), lt(runs.departAt, app.now()))
  const away = and(eq(runs.status, 'on_the_way'), isNotNull(runs.progressAt))
  const due = await app.db.select({ id: runs.id }).from(runs).where(or(overdue, away))
  for (const { id } of due)
    await app.db.transaction(async (tx) => {
      const [run] = await tx.select().from(runs).where(eq(runs.id, id)).for('update', { skipLocked: true })
      if (run && run.status !== 'done') await tell(tx, await followRun({ ...app, db: tx }, run))
    })
}
