import { and, eq, inArray, lte } from 'drizzle-orm'
import type { App } from '../../platform/app'
import { note } from '../../platform/audit'
import { publishAll } from '../../platform/outbox'
import { tell } from '../../platform/realtime'
import { STORED_SECONDS } from '../domain/hot-holding'
import { DropClosed } from '../events'
import { tellOrder } from '../runs/follow-run'
import { drops } from '../schema/drops'
import { stops } from '../schema/stops'
import { raiseAlerts } from '../watch/raise-alerts'
import { markCompartments } from './compartments'

/** Hot food nobody fetched in two hours is waste: its customer is told, somebody takes it out and throws it away. */
export const discardOverdue = (app: App): Promise<number> =>
  app.db.transaction(async (tx) => {
    const within = { ...app, db: tx }
    const since = new Date(app.now().getTime() - STORED_SECONDS * 1_000)
    const waste = await tx
      .update(drops)
      .set({
        status: 'failed',
        failureReason: 'nobody_there',
        nextAction: 'discard',
        actedAt: null,
        closedAt: app.now(),
      })
      .where(and(eq(drops.status, 'stored'), lte(drops.storedAt, since)))
      .returning()
    if (waste.length === 0) return 0
    const ids = waste.map(({ id }) => id)
    await markCompartments(within, ids, 'overdue')
    await publishAll(
      tx,
      DropClosed,
      waste.map(({ id: dropId, groupId, orderId, operatorId }) => {
        return { dropId, groupId, orderId, operatorId, outcome: 'failed' as const }
      }),
    )
    const at = await tx
      .select({ dropId: drops.id, siteId: stops.siteId, menuDayId: stops.menuDayId, runId: stops.runId })
      .from(drops)
      .innerJoin(stops, eq(stops.id, drops.stopId))
      .where(inArray(drops.id, ids))
    const { told } = await raiseAlerts(
      within,
      at.flatMap(({ dropId, ...place }) => {
        const drop = waste.find(({ id }) => id === dropId)
        if (!drop) return []
        const { operatorId, number } = drop
        return [{ ...place, operatorId, kind: 'overdue' as const, subjectId: dropId, detail: { number } }]
      }),
    )
    await tell(tx, [...told, ...waste.map(({ orderId, groupId }) => tellOrder(orderId, groupId))])
    for (const { id: subject, operatorId } of waste)
      await note(within, { operatorId, actorId: 'clock', action: 'delivery.discard-drop', subject })
    return waste.length
  })
