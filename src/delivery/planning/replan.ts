import { and, eq, inArray, sql } from 'drizzle-orm'
import type { App } from '../../platform/app'
import { note } from '../../platform/audit'
import { publishAll } from '../../platform/outbox'
import { tell } from '../../platform/realtime'
import { WaveToPlan } from '../events'
import { plans, waves } from '../schema/plans'
import { runsTopic } from '../topic'
import { lockPlan } from './lock-plan'

export interface Replan {
  readonly menuDayId: string
  /** The plan's version that was looked at. */
  readonly version: number
  readonly actorId: string
}

/**
 * Asks for another round of planning of everything that is not loaded. What is planned stands until the new plan is there.
 * Answers the version that was replaced.
 * @throws Refusal `plan_changed`, `not_found`.
 */
export const replan = (app: App, { menuDayId, version, actorId }: Replan): Promise<{ version: number }> =>
  app.db.transaction(async (tx) => {
    const { operatorId, siteId } = await lockPlan(tx, menuDayId, version)
    await askForRound({ ...app, db: tx }, menuDayId)
    await tell(tx, [{ topic: runsTopic(siteId), event: 'planned', data: { menuDayId } }])
    const within = { ...app, db: tx }
    await note(within, { operatorId, actorId, action: 'delivery.replan', subject: menuDayId, detail: { version } })
    return { version }
  })

/** Lets some waves of a menu day, or all, be planned once more. The caller holds the plan's lock. */
export async function askForRound({ db }: App, menuDayId: string, only?: readonly number[]): Promise<void> {
  const asked = await db
    .update(waves)
    .set({ wanted: sql`${waves.wanted} + 1` })
    .where(and(eq(waves.menuDayId, menuDayId), only && inArray(waves.wave, [...only])))
    .returning()
  const open = sql`(select count(*) from ${waves} w where w.menu_day_id = ${menuDayId} and w.planned < w.wanted)`
  await db.update(plans).set({ wavesLeft: open }).where(eq(plans.menuDayId, menuDayId))
  await publishAll(
    db,
    WaveToPlan,
    asked.map(({ wave, operatorId, wanted: round }) => ({ menuDayId, operatorId, wave, round })),
  )
}
