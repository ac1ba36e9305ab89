import { and, eq, gt, isNull } from 'drizzle-orm'
import type { App } from '../../platform/app'
import { note } from '../../platform/audit'
import { tell } from '../../platform/realtime'
import { stops } from '../schema/stops'
import { runsTopic } from '../topic'
import { announceRuns } from './finish-plan'
import { insertIntoWave } from './insert-into-wave'
import { bumpPlan, lockPlan } from './lock-plan'

export interface InsertWaiting {
  readonly menuDayId: string
  readonly actorId: string
}

export interface Inserted {
  readonly version: number
  readonly inserted: number
  readonly unserved: number
}

/**
 * Puts every stop nobody drives to into a run that is not loaded, or into a new one, where it costs least. What is planned
 * keeps its run and order. @throws Refusal `not_found`.
 */
export const insertWaiting = (app: App, { menuDayId, actorId }: InsertWaiting): Promise<Inserted> =>
  app.db.transaction(async (tx) => {
    const within = { ...app, db: tx }
    const plan = await lockPlan(tx, menuDayId)
    const homeless = await tx
      .selectDistinct({ wave: stops.wave })
      .from(stops)
      .where(and(eq(stops.menuDayId, menuDayId), isNull(stops.runId), isNull(stops.doneAt), gt(stops.boxes, 0)))
    let { version } = plan
    let [inserted, unserved] = [0, 0]
    for (const { wave } of homeless) {
      const done = await insertIntoWave(within, menuDayId, wave)
      version = await bumpPlan(tx, menuDayId, wave)
      inserted += done.inserted
      unserved += done.unserved
    }
    const { operatorId, siteId } = plan
    if (inserted > 0) await announceRuns(tx, plan)
    if (homeless.length > 0) await tell(tx, [{ topic: runsTopic(siteId), event: 'stop', data: { menuDayId, version } }])
    const detail = { inserted, unserved }
    await note(within, { operatorId, actorId, action: 'delivery.insert-waiting', subject: menuDayId, detail })
    return { version, inserted, unserved }
  })
