import { and, eq } from 'drizzle-orm'
import { Refusal } from '../../kernel/refusal'
import { addDays, type ServiceDate } from '../../kernel/time'
import type { App } from '../../platform/app'
import { note } from '../../platform/audit'
import { inTransaction } from '../../platform/database'
import { type Pause, resumedFrom, withPause } from '../domain/standing'
import { standingPlans } from '../schema/standing'
import { columnsOf, type PlanWish } from './start-plan'

type Plan = typeof standingPlans.$inferSelect

export interface OwnPlan {
  readonly planId: string
  readonly personId: string
}

/** Changes one's own plan under its lock. @throws Refusal `not_found`, `plan_ended`. */
const change = (
  app: App,
  { planId, personId }: OwnPlan,
  action: string,
  changed: (plan: Plan) => Partial<typeof standingPlans.$inferInsert>,
): Promise<void> =>
  inTransaction(app.db, async (tx) => {
    const own = and(eq(standingPlans.id, planId), eq(standingPlans.personId, personId))
    const [plan] = await tx.select().from(standingPlans).where(own).for('update')
    if (!plan) throw new Refusal('not_found')
    if (plan.endedAt) throw new Refusal('plan_ended')
    await tx.update(standingPlans).set(changed(plan)).where(own)
    const { operatorId } = plan
    await note({ ...app, db: tx }, { operatorId, actorId: personId, action: `ordering.${action}`, subject: planId })
  })

/** Puts other wishes in the place of a plan's; what is ordered already stays. @throws Refusal `not_found`, `plan_ended`. */
export const changePlan = (app: App, own: OwnPlan, wish: PlanWish): Promise<void> =>
  change(app, own, 'change-plan', () => columnsOf(wish))

/** Leaves days out. @throws Refusal `not_found`, `plan_ended`. */
export const pausePlan = (app: App, own: OwnPlan, pause: Pause): Promise<void> =>
  change(app, own, 'pause-plan', ({ pauses }) => ({ pauses: withPause(pauses, pause) }))

/** Goes on from a day; planned pauses after it are gone too. @throws Refusal `not_found`, `plan_ended`. */
export const resumePlan = (app: App, own: OwnPlan, from: ServiceDate): Promise<void> =>
  change(app, own, 'resume-plan', ({ pauses }) => ({ pauses: resumedFrom(pauses, from, addDays(from, -1)) }))

/** Ends a plan for good; what is ordered already stays. @throws Refusal `not_found`, `plan_ended`. */
export const endPlan = (app: App, own: OwnPlan): Promise<void> =>
  change(app, own, 'end-plan', () => ({ endedAt: app.now() }))
