import { and, eq } from 'drizzle-orm'
import { Refusal } from '../../kernel/refusal'
import type { MealPeriod, ServiceDate } from '../../kernel/time'
import type { App } from '../../platform/app'
import { note } from '../../platform/audit'
import { wishOn, type StandingWish } from '../domain/standing'
import { standingDays, standingPlans } from '../schema/standing'
import { hasOrdered } from './queries'

type Plan = typeof standingPlans.$inferSelect

export interface PlanDay {
  readonly planId: string
  readonly serviceDate: ServiceDate
  readonly period: MealPeriod
}

/** Orders what a plan wants of a meal, in the transaction given; answers the order. @throws Refusal where it cannot. */
export type OrderDay = (app: App, plan: Plan, wish: StandingWish) => Promise<{ readonly orderId: string }>

/**
 * Orders one day of a plan, once: the day's row is taken first, so of two workers the second waits and finds it placed. What
 * is refused is noted with its reason and may be tried again before the cut-off. Answers whether an order was placed.
 */
export const placeDay = (app: App, day: PlanDay, order: OrderDay): Promise<boolean> =>
  app.db.transaction(async (tx) => {
    const { planId, serviceDate, period } = day
    const at = app.now()
    const ours = and(
      eq(standingDays.planId, planId),
      eq(standingDays.serviceDate, serviceDate),
      eq(standingDays.period, period),
    )
    await tx
      .insert(standingDays)
      .values({ ...day, status: 'open', at })
      .onConflictDoNothing()
    const [row] = await tx.select().from(standingDays).where(ours).for('update')
    if (!row || row.status === 'placed') return false
    // as it is now: paused or ended a moment ago, it wants nothing any more
    const [plan] = await tx.select().from(standingPlans).where(eq(standingPlans.id, planId)).for('share')
    const wish = plan && !plan.endedAt ? wishOn(plan, serviceDate, period) : undefined
    if (!plan || !wish) {
      await tx.delete(standingDays).where(ours)
      return false
    }
    const tries = row.tries + 1
    try {
      if (await hasOrdered({ ...app, db: tx }, plan.personId, day)) throw new Refusal('already_ordered')
      const { orderId } = await tx.transaction((inner) => order({ ...app, db: inner }, plan, wish))
      await tx.update(standingDays).set({ status: 'placed', orderId, code: null, params: null, tries, at }).where(ours)
      const { operatorId } = plan
      const detail = { planId, serviceDate, period }
      await note(
        { ...app, db: tx },
        { operatorId, actorId: 'worker', action: 'ordering.place-standing', subject: orderId, detail },
      )
      return true
    } catch (error) {
      if (!(error instanceof Refusal)) throw error
      const { code, params } = error
      await tx.update(standingDays).set({ status: 'not_placed', code, params, tries, at }).where(ours)
      return false
    }
  })
