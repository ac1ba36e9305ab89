import { and, eq } from 'drizzle-orm'
import { Refusal } from '../../kernel/refusal'
import type { App } from '../../platform/app'
import { note } from '../../platform/audit'
import { publish } from '../../platform/outbox'
import { tell } from '../../platform/realtime'
import { keepCompartments, markCompartments } from '../boxes/compartments'
import { type FailureReason, type NextAction, nextActionFor, stateAfter } from '../domain/failure'
import { RemakeWanted } from '../events'
import { drops } from '../schema/drops'
import { raiseAlerts } from '../watch/raise-alerts'
import { dropClosed, dropMoved } from './close-drop'
import type { Run } from './follow-run'
import { type Drop, lockMyRun, type OnDrop } from './lock-run'

export interface FailDrop extends OnDrop {
  readonly reason: FailureReason | undefined
}

/**
 * A hand-over could not be done; answers what happens next. The box is held on board until somebody decides, stored where
 * it is, or failed for good and to be brought back or remade.
 * @throws Refusal `failure_reason_required`, `drop_closed`, and what `lockMyRun` refuses.
 */
export const failDrop = (app: App, { dropId, courierId, reason }: FailDrop): Promise<NextAction> =>
  app.db.transaction(async (tx) => {
    if (!reason) throw new Refusal('failure_reason_required')
    const within = { ...app, db: tx }
    const { run, drop } = await lockMyRun(tx, { dropId, courierId })
    const nextAction = await nextAfter(within, drop, reason)
    const status = stateAfter(nextAction)
    const now = app.now()
    const [failed] = await tx
      .update(drops)
      .set({
        status,
        failureReason: reason,
        nextAction,
        attempts: drop.attempts + 1,
        actedAt: status === 'stored' ? now : null,
        storedAt: status === 'stored' ? now : null,
        closedAt: status === 'failed' ? now : null,
      })
      .where(and(eq(drops.id, dropId), eq(drops.status, 'waiting')))
      .returning()
    if (!failed) throw new Refusal('drop_closed')
    if (nextAction === 'remake') {
      const { groupId, orderId, operatorId: owner } = failed
      await publish(tx, RemakeWanted, { dropId, groupId, orderId, operatorId: owner })
    }
    if (status === 'failed') await dropClosed(within, run, failed, 'failed')
    else {
      if (status === 'stored') await markCompartments(within, [dropId], 'occupied')
      if (status === 'held') await askSomebody(within, run, failed)
      await dropMoved(within, run, failed)
    }
    const detail = { reason, nextAction }
    const { operatorId } = failed
    await note(within, { operatorId, actorId: courierId, action: 'delivery.fail-drop', subject: dropId, detail })
    return nextAction
  })

/** A full locker keeps nothing, whatever the rule says. */
async function nextAfter(app: App, drop: Drop, reason: FailureReason): Promise<NextAction> {
  const action = nextActionFor(reason, drop.pointKind, drop.attempts)
  if (action !== 'leave_at_point' || drop.pointKind !== 'locker') return action
  return (await keepCompartments(app, [drop])).length === 0 ? action : 'call_customer'
}

async function askSomebody(app: App, { operatorId, siteId, menuDayId, id: runId }: Run, drop: Drop): Promise<void> {
  const alert = { operatorId, siteId, menuDayId, kind: 'held' as const, subjectId: drop.id, runId }
  const { told } = await raiseAlerts(app, [{ ...alert, detail: { number: drop.number } }])
  await tell(app.db, told)
}
