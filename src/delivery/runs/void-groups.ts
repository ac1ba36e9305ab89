import { and, asc, eq, inArray, sql } from 'drizzle-orm'
import type { App } from '../../platform/app'
import { note } from '../../platform/audit'
import { tell } from '../../platform/realtime'
import { finishRun } from './close-drop'
import { drops, runs, stops } from '../schema'
import { runsTopic } from '../topic'

export interface VoidGroups {
  readonly operatorId: string
  readonly groupIds: readonly string[]
}

/** A cancelled order leaves its stops and runs. What was handed over or failed already stays as it is. */
export const voidGroups = (app: App, { operatorId, groupIds }: VoidGroups): Promise<void> =>
  app.db.transaction(async (tx) => {
    const within = { ...app, db: tx }
    const asked = and(inArray(drops.groupId, [...groupIds]), eq(drops.operatorId, operatorId))
    // runs are locked in order of their ids, so that two cancellations cannot wait for each other
    const locked = await tx
      .select({ id: runs.id, siteId: runs.siteId })
      .from(runs)
      .where(
        inArray(
          runs.id,
          tx
            .select({ id: sql<string>`${stops.runId}` })
            .from(stops)
            .innerJoin(drops, eq(drops.stopId, stops.id))
            .where(asked),
        ),
      )
      .orderBy(asc(runs.id))
      .for('update')
    const voided = await tx
      .update(drops)
      .set({ status: 'void', closedAt: app.now() })
      .where(and(asked, eq(drops.status, 'waiting')))
      .returning()
    for (const { id: dropId, stopId, boxes } of voided) {
      const [stop] = await tx
        .update(stops)
        .set({ boxes: sql`${stops.boxes} - ${boxes}` })
        .where(eq(stops.id, stopId))
        .returning({ runId: stops.runId })
      if (stop?.runId) {
        await tx
          .update(runs)
          .set({ boxes: sql`${runs.boxes} - ${boxes}` })
          .where(eq(runs.id, stop.runId))
      }
      await note(within, { operatorId, actorId: 'worker', action: 'delivery.void-drop', subject: dropId })
    }
    if (voided.length === 0) return
    for (const { id: runId, siteId } of locked) {
      const done = await finishRun(within, runId)
      await tell(tx, [{ topic: runsTopic(siteId), event: 'run', data: { runId, ...(done ? { status: 'done' } : {}) } }])
    }
  })
