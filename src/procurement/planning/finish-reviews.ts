import { sql } from 'drizzle-orm'
import type { App } from '../../platform/app'
import type { Tx } from '../../platform/database'
import { reviews, type Unplanned } from '../schema/planning'

interface Finished {
  readonly plan: { readonly reviewId: string; readonly operatorId: string; readonly siteId: string }
  readonly wanted: readonly unknown[]
  readonly unplanned: readonly Unplanned[]
}

/** Says of each review that it is finished and what it came to; a review that nobody asked for is noted as well. */
export async function finishReviews(app: App, tx: Tx, looks: readonly Finished[]): Promise<void> {
  const at = app.now()
  const rows = looks.map(({ plan: { reviewId: id, operatorId, siteId }, wanted, unplanned }) => ({
    id,
    operatorId,
    siteId,
    requestedBy: 'worker',
    requestedAt: at,
    finishedAt: at,
    proposedLines: wanted.length,
    unplanned,
  }))
  await tx
    .insert(reviews)
    .values(rows)
    .onConflictDoUpdate({
      target: reviews.id,
      set: {
        finishedAt: sql`excluded.finished_at`,
        proposedLines: sql`excluded.proposed_lines`,
        unplanned: sql`excluded.unplanned`,
      },
      setWhere: sql`${reviews.finishedAt} is null`,
    })
}
