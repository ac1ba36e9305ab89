import { and, asc, eq, inArray, sql } from 'drizzle-orm'
import type { App } from '../../platform/app'
import { note } from '../../platform/audit'
import { tell } from '../../platform/realtime'
import { freeCompartments } from '../boxes/compartments'
import { drops } from '../schema/drops'
import { runs } from '../schema/runs'
import { stops } from '../schema/stops'
import { runsTopic } from '../topic'
import { finishRun } from './close-drop'

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
      .where(and(asked, inArray(drops.status, ['waiting', 'held'])))
      .returning()
    if (voided.length === 0) return
    await freeCompartments(
      within,
      voided.map(({ id }) => id),
    )
    await tx.execute(sql`
      with gone as (
        select stop_id, sum(boxes)::int as boxes from delivery.drops
        where id = any(${sql.param(voided.map(({ id }) => id))}) group by stop_id
      ), less as (
        update delivery.stops s set boxes = s.boxes - gone.boxes from gone where s.id = gone.stop_id
        returning s.run_id, gone.boxes
      )
      update delivery.runs r set boxes = r.boxes - l.boxes
      from (select run_id, sum(boxes)::int as boxes from less where run_id is not null group by run_id) l
      where r.id = l.run_id`)
    for (const { id: subject } of voided)
      await note(within, { operatorId, actorId: 'worker', action: 'delivery.void-drop', subject })
    const told = []
    for (const { id: runId, siteId } of locked) {
      const done = await finishRun(within, runId)
      const data = { runId, ...(done ? { status: 'done' } : {}) }
      told.push({ topic: runsTopic(siteId), event: 'run', data })
    }
    await tell(tx, told)
  })
