import { and, eq, inArray } from 'drizzle-orm'
import { Refusal } from '../../kernel/refusal'
import type { App } from '../../platform/app'
import { note } from '../../platform/audit'
import { tell } from '../../platform/realtime'
import { skillsOf } from '../fleet/skills-of'
import { runs } from '../schema/runs'
import { stops } from '../schema/stops'
import { runsTopic } from '../topic'
import { lockRunInPlan } from './lock-run'
import { FREE_AGAIN } from './release-run'

export interface AssignRun {
  readonly runId: string
  /** Null: to nobody. */
  readonly courierId: string | null
  readonly actorId: string
}

/**
 * A dispatcher gives a run that has not left to a courier or to nobody. What is loaded is scanned again by the next courier.
 * @throws Refusal `run_not_ready` (on the way or over), `skill_missing`, `not_found`.
 */
export const assignRun = (app: App, { runId, courierId, actorId }: AssignRun): Promise<void> =>
  app.db.transaction(async (tx) => {
    const within = { ...app, db: tx }
    const run = await lockRunInPlan(tx, runId)
    if (run.courierId === courierId) return
    if (courierId) await requireSkills(within, runId, courierId)
    const given = courierId
      ? { ...FREE_AGAIN, status: 'claimed' as const, courierId, claimedAt: app.now() }
      : FREE_AGAIN
    const [changed] = await tx
      .update(runs)
      .set(given)
      .where(and(eq(runs.id, runId), inArray(runs.status, ['planned', 'claimed', 'loaded'])))
      .returning()
    if (!changed) throw new Refusal('run_not_ready')
    const { operatorId, siteId, status } = changed
    await tell(tx, [{ topic: runsTopic(siteId), event: 'run', data: { runId, status } }])
    const detail = { from: run.courierId, to: courierId }
    await note(within, { operatorId, actorId, action: 'delivery.assign-run', subject: runId, detail })
  })

async function requireSkills(app: App, runId: string, courierId: string): Promise<void> {
  const own = await skillsOf(app, courierId)
  const asked = await app.db.select({ skills: stops.skills }).from(stops).where(eq(stops.runId, runId))
  const skill = asked.flatMap(({ skills }) => skills).find((each) => !own.includes(each))
  if (skill) throw new Refusal('skill_missing', { skill })
}
