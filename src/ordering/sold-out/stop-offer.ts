import { and, eq, lte, sql } from 'drizzle-orm'
import { Refusal } from '../../kernel/refusal'
import type { App } from '../../platform/app'
import { capacityPools } from '../schema/slots'

export interface StopOffer {
  readonly offerId: string
  /** Portions of another offer that are taken in its place. */
  readonly taking?: { readonly offerId: string; readonly portions: number } | undefined
}

/**
 * Nobody may order an offer any more, also when portions of it come back; what stands in for it is taken from its own pool.
 * @throws Refusal `conflict` when that pool has not so much any more.
 */
export async function stopOffer(app: App, { offerId, taking }: StopOffer): Promise<void> {
  await app.db.update(capacityPools).set({ stoppedAt: app.now() }).where(eq(capacityPools.offerId, offerId))
  if (!taking || taking.portions === 0) return
  const reserved = sql`${capacityPools.reserved} + ${taking.portions}`
  const taken = await app.db
    .update(capacityPools)
    .set({ reserved })
    .where(and(eq(capacityPools.offerId, taking.offerId), lte(reserved, capacityPools.capacity)))
    .returning({ offerId: capacityPools.offerId })
  if (taken.length === 0) throw new Refusal('conflict')
}
