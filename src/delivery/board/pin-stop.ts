import { and, eq, isNotNull } from 'drizzle-orm'
import { Refusal } from '../../kernel/refusal'
import type { App } from '../../platform/app'
import { note } from '../../platform/audit'
import { tell } from '../../platform/realtime'
import { bumpPlan, lockPlan } from '../planning/lock-plan'
import { stops } from '../schema/stops'
import { runsTopic } from '../topic'

export interface PinStop {
  readonly stopId: string
  readonly pinned: boolean
  readonly actorId: string
}

/** Keeps a stop on its run's vehicle when the rest is planned again, or lets it go. @throws Refusal `not_found` (no stop on a run). */
export const pinStop = (app: App, { stopId, pinned, actorId }: PinStop): Promise<{ version: number }> =>
  app.db.transaction(async (tx) => {
    const [known] = await tx.select({ menuDayId: stops.menuDayId }).from(stops).where(eq(stops.id, stopId))
    if (!known) throw new Refusal('not_found')
    await lockPlan(tx, known.menuDayId)
    const [stop] = await tx
      .update(stops)
      .set({ pinned })
      .where(and(eq(stops.id, stopId), isNotNull(stops.runId)))
      .returning()
    if (!stop) throw new Refusal('not_found')
    const { operatorId, siteId, menuDayId, wave } = stop
    const version = await bumpPlan(tx, menuDayId, wave)
    await tell(tx, [{ topic: runsTopic(siteId), event: 'stop', data: { menuDayId, version } }])
    await note(
      { ...app, db: tx },
      { operatorId, actorId, action: 'delivery.pin-stop', subject: stopId, detail: { pinned } },
    )
    return { version }
  })
