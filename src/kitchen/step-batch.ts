import { and, eq } from 'drizzle-orm'
import { Refusal } from '../kernel/refusal'
import type { App } from '../platform/app'
import { note } from '../platform/audit'
import type { Tx } from '../platform/database'
import { batches } from './schema/batches'
import { showBatches } from './screens'
import { type BatchRow, type BatchView, batchView } from './views'

/** One touch on a batch card. */
export interface BatchTouch {
  readonly batchId: string
  readonly actorId: string
}

export interface Step {
  readonly action: string
  readonly from: BatchRow['status']
  readonly to: Partial<BatchRow> & { readonly status: BatchRow['status'] }
  /** What else becomes true with the step, in its transaction. */
  readonly also?: (tx: Tx, batch: BatchRow) => Promise<unknown>
}

/**
 * Moves a batch one step, once: whoever comes second gets the batch as it is.
 * @throws Refusal `not_found`, or `batch_not_startable` when it is neither before nor after that step.
 */
export const stepBatch = (
  app: App,
  { batchId, actorId }: BatchTouch,
  { action, from, to, also }: Step,
): Promise<BatchView> =>
  app.db.transaction(async (tx) => {
    const before = and(eq(batches.id, batchId), eq(batches.status, from))
    const [batch] = await tx.update(batches).set(to).where(before).returning()
    if (!batch) return alreadyAt(tx, batchId, to.status)

    await also?.(tx, batch)
    await note({ ...app, db: tx }, { operatorId: batch.operatorId, actorId, action, subject: batchId })
    await showBatches(tx, [batch])
    return batchView(batch)
  })

async function alreadyAt(tx: Tx, batchId: string, status: BatchRow['status']): Promise<BatchView> {
  const [batch] = await tx.select().from(batches).where(eq(batches.id, batchId))
  if (!batch) throw new Refusal('not_found')
  if (batch.status !== status) throw new Refusal('batch_not_startable')
  return batchView(batch)
}
