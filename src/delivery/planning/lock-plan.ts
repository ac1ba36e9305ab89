import { and, eq, sql } from 'drizzle-orm'
import { Refusal } from '../../kernel/refusal'
import type { App } from '../../platform/app'
import type { Tx } from '../../platform/database'
import { plans, waves } from '../schema/plans'

export type Plan = typeof plans.$inferSelect

/**
 * Keeps a menu day's plan for this transaction: who changes which stop is on which run does so one after the other.
 * @throws Refusal `not_found`, `plan_changed` when it is not of the version that was looked at.
 */
export async function lockPlan(tx: Tx, menuDayId: string, version?: number): Promise<Plan> {
  const [plan] = await tx.select().from(plans).where(eq(plans.menuDayId, menuDayId)).for('update')
  if (!plan) throw new Refusal('not_found')
  if (version !== undefined && plan.version !== version) throw new Refusal('plan_changed', { version: plan.version })
  return plan
}

/** Makes what anybody was shown of the plan, or is solving of this wave, an older version; answers the plan's new one. */
export async function bumpPlan(tx: Tx, menuDayId: string, wave: number): Promise<number> {
  await tx
    .update(waves)
    .set({ version: sql`${waves.version} + 1` })
    .where(and(eq(waves.menuDayId, menuDayId), eq(waves.wave, wave)))
  const [plan] = await tx
    .update(plans)
    .set({ version: sql`${plans.version} + 1` })
    .where(eq(plans.menuDayId, menuDayId))
    .returning({ version: plans.version })
  if (!plan) throw new Refusal('not_found')
  return plan.version
}

/**
 * Held while a menu day's orders are read and laid out, and `shared` while a late order looks whether they are: so none of
 * them falls between the two, and orders before the cut-off do not wait for each other.
 */
export function lockMenuDay({ db }: App, menuDayId: string, kind?: 'shared'): Promise<unknown> {
  const key = sql`hashtextextended(${`delivery ${menuDayId}`}, 0)`
  return db.execute(kind ? sql`select pg_advisory_xact_lock_shared(${key})` : sql`select pg_advisory_xact_lock(${key})`)
}
