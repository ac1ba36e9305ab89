import { asc, eq } from 'drizzle-orm'
import type { App } from '../../platform/app'
import type { Tx } from '../../platform/database'
import { publish } from '../../platform/outbox'
import { tell } from '../../platform/realtime'
import { RunsPlanned } from '../events'
import { plans } from '../schema/plans'
import { runs } from '../schema/runs'
import { runsTopic } from '../topic'
import type { Plan } from './lock-plan'

/** Says that all waves of a menu day stand in runs. The caller holds the plan's lock. */
export async function finishPlan({ db, now }: App, menuDayId: string): Promise<void> {
  const [plan] = await db
    .update(plans)
    .set({ plannedAt: now() })
    .where(eq(plans.menuDayId, menuDayId))
    .returning({ operatorId: plans.operatorId, siteId: plans.siteId, version: plans.version })
  if (!plan) return
  const { operatorId, siteId, version } = plan
  await announceRuns(db, { menuDayId, operatorId, siteId })
  await tell(db, [{ topic: runsTopic(siteId), event: 'planned', data: { menuDayId, version } }])
}

/** Says which runs a menu day has now and that what they carry or when they leave has changed: the kitchen cooks by it. */
export async function announceRuns(
  tx: Tx,
  { menuDayId, operatorId, siteId }: Pick<Plan, 'menuDayId' | 'operatorId' | 'siteId'>,
): Promise<void> {
  const all = await tx.select({ id: runs.id }).from(runs).where(eq(runs.menuDayId, menuDayId)).orderBy(asc(runs.number))
  await publish(tx, RunsPlanned, { menuDayId, operatorId, siteId, runIds: all.map(({ id }) => id) })
}
