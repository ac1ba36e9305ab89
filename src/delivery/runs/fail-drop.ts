import { and, eq } from 'drizzle-orm'
import { Refusal } from '../../kernel/refusal'
import type { App } from '../../platform/app'
import { note } from '../../platform/audit'
import { dropClosed, lockMyRun, type OnDrop } from './close-drop'
import { type FailureReason, type NextAction, nextActionFor } from '../domain/failure'
import { drops } from '../schema'

export interface FailDrop extends OnDrop {
  readonly reason: FailureReason | undefined
}

/**
 * A hand-over could not be done; answers what happens next.
 * @throws Refusal `failure_reason_required`, `drop_closed`, and what `lockMyRun` refuses.
 */
export const failDrop = (app: App, { dropId, courierId, reason }: FailDrop): Promise<NextAction> =>
  app.db.transaction(async (tx) => {
    if (!reason) throw new Refusal('failure_reason_required')
    const within = { ...app, db: tx }
    const { run, drop } = await lockMyRun(tx, { dropId, courierId })
    const nextAction = nextActionFor(reason, drop.pointKind)
    const [failed] = await tx
      .update(drops)
      .set({ status: 'failed', failureReason: reason, nextAction, closedAt: app.now() })
      .where(and(eq(drops.id, dropId), eq(drops.status, 'waiting')))
      .returning()
    if (!failed) throw new Refusal('drop_closed')
    await dropClosed(within, run, failed, 'failed')
    const detail = { reason, nextAction }
    const { operatorId } = failed
    await note(within, { operatorId, actorId: courierId, action: 'delivery.fail-drop', subject: dropId, detail })
    return nextAction
  })
