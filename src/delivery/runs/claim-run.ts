import { and, eq, notExists, sql } from 'drizzle-orm'
import { Refusal } from '../../kernel/refusal'
import type { App } from '../../platform/app'
import { note } from '../../platform/audit'
import { tell } from '../../platform/realtime'
import { skillsOf } from '../fleet/skills-of'
import { runs } from '../schema/runs'
import { stops } from '../schema/stops'
import { runsTopic } from '../topic'
import type { OnRun } from './lock-run'

/**
 * A courier takes a run. Of many who ask at once one gets it: the update only finds a run that is still free.
 * Asking again for a run one has already is no error.
 * @throws Refusal `run_taken` by another courier, `skill_missing` for one of its stops, `not_found`.
 */
export const claimRun = (app: App, { runId, courierId }: OnRun): Promise<void> =>
  app.db.transaction(async (tx) => {
    const within = { ...app, db: tx }
    const mayEnter = notExists(beyond(within, runId, await skillsOf(within, courierId)))
    const [run] = await tx
      .update(runs)
      .set({ status: 'claimed', courierId, claimedAt: app.now() })
      .where(and(eq(runs.id, runId), eq(runs.status, 'planned'), mayEnter))
      .returning()
    if (!run) {
      const [known] = await tx.select({ courierId: runs.courierId }).from(runs).where(eq(runs.id, runId))
      if (!known) throw new Refusal('not_found')
      if (known.courierId === courierId) return
      throw known.courierId === null ? await skillMissing(within, runId, courierId) : new Refusal('run_taken')
    }
    await tell(tx, [{ topic: runsTopic(run.siteId), event: 'run', data: { runId, status: run.status } }])
    const entry = { operatorId: run.operatorId, actorId: courierId, action: 'delivery.claim-run', subject: runId }
    await note(within, entry)
  })

/** The stops of a run that ask for a skill which is not among these. */
const beyond = ({ db }: App, runId: string, skills: readonly string[]) =>
  db
    .select({ skills: stops.skills })
    .from(stops)
    .where(and(eq(stops.runId, runId), sql`not ${stops.skills} <@ ${JSON.stringify(skills)}::jsonb`))

/** The refusal for whoever may not enter one of a run's stops. */
async function skillMissing(app: App, runId: string, courierId: string): Promise<Refusal> {
  const own = await skillsOf(app, courierId)
  const [stop] = await beyond(app, runId, own)
  const skill = stop?.skills.find((asked) => !own.includes(asked))
  return skill ? new Refusal('skill_missing', { skill }) : new Refusal('run_taken')
}
