import { and, asc, eq, inArray, isNull, sql } from 'drizzle-orm'
import type { App } from '../platform/app'
import { inTransaction } from '../platform/database'
import { capacityPools, slots } from './schema/slots'

export interface LimitKitchenTime {
  readonly siteId: string
  /** Kitchen time there is for each meal; null takes the limit away. */
  readonly capacitySeconds: number | null
  /** What a portion of each offer takes of it. */
  readonly seconds: readonly { readonly offerId: string; readonly seconds: number }[]
}

/**
 * Sets how much of a kitchen's time the meals may take that still sell, beside their portions, and counts anew what the
 * orders that stand hold of it. What is promised stays promised: a limit below it stops what comes next.
 */
export const limitKitchenTime = (app: App, { siteId, capacitySeconds, seconds }: LimitKitchenTime): Promise<void> =>
  inTransaction(app.db, async (tx) => {
    const open = await tx
      .select({ menuDayId: slots.menuDayId })
      .from(slots)
      .where(and(eq(slots.siteId, siteId), isNull(slots.closedAt)))
    const days = open.map(({ menuDayId }) => menuDayId)
    // as an order does it: its pools before its meals, so that what is counted stands still
    await tx
      .select({ offerId: capacityPools.offerId })
      .from(capacityPools)
      .where(inArray(capacityPools.menuDayId, days))
      .orderBy(asc(capacityPools.offerId))
      .for('update')
    const takes = sql`select * from unnest(${sql.param(seconds.map(({ offerId }) => offerId))}::text[],
      ${sql.param(seconds.map((offer) => offer.seconds))}::int[]) as t (offer_id, seconds)`
    await tx.execute(sql`update ordering.capacity_pools p set seconds = t.seconds from (${takes}) t
      where p.offer_id = t.offer_id and p.menu_day_id = any(${sql.param(days)}::text[])`)
    await tx.execute(sql`
      update ordering.slots s set capacity_seconds = greatest(${capacitySeconds}::int, case when ${capacitySeconds}::int is null then null else t.held end),
        reserved_seconds = case when ${capacitySeconds}::int is null then 0 else t.held end
      from (select d.id, coalesce(sum(h.quantity * p.seconds), 0)::int as held
            from unnest(${sql.param(days)}::text[]) as d (id)
            left join ordering.capacity_pools p on p.menu_day_id = d.id
            left join ordering.capacity_holds h on h.offer_id = p.offer_id and h.status in ('held', 'confirmed')
            group by d.id) t
      where s.menu_day_id = t.id`)
  })
