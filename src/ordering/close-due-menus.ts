import { and, asc, inArray, isNull, lte, sql } from 'drizzle-orm'
import type { App } from '../platform/app'
import type { Tx } from '../platform/database'
import { publishAll } from '../platform/outbox'
import { INGRESS_GRACE_MS } from './domain/policy'
import { MenuClosed } from './events'
import { capacityPools, slots } from './schema/slots'

/**
 * Closes every menu day whose cut-off has passed and whose last checkouts are decided: by state (due and not closed), never
 * "within the last hour", so that a worker that wakes late closes them all. Returns their ids.
 */
export const closeDueMenus = (app: App): Promise<string[]> =>
  app.db.transaction(async (tx) => {
    const due = await lockDue(tx, new Date(app.now().getTime() - INGRESS_GRACE_MS))
    if (due.length === 0) return []
    const undecided = sql`not exists (select 1 from ordering.fulfilment_groups g
      where g.menu_day_id = ${slots.menuDayId} and g.status = 'awaiting_payment')`
    const closed = await tx
      .update(slots)
      .set({ closedAt: app.now() })
      .where(and(inArray(slots.menuDayId, due), undecided))
      .returning()
    await publishAll(
      tx,
      MenuClosed,
      closed.map(({ menuDayId, operatorId, siteId, serviceDate, period }) => ({
        menuDayId,
        operatorId,
        siteId,
        serviceDate,
        period,
      })),
    )
    return closed.map(({ menuDayId }) => menuDayId)
  })

/** Locks the pools first, as orders do: one that is being placed at this moment comes before the close or is refused by it. */
async function lockDue(tx: Tx, lastCutoff: Date): Promise<string[]> {
  const isDue = and(isNull(slots.closedAt), lte(slots.cutoffAt, lastCutoff))
  const ofDue = tx.select({ menuDayId: slots.menuDayId }).from(slots).where(isDue)
  await tx
    .select({ offerId: capacityPools.offerId })
    .from(capacityPools)
    .where(inArray(capacityPools.menuDayId, ofDue))
    .orderBy(asc(capacityPools.offerId))
    .for('update')
  const rows = await tx
    .select({ menuDayId: slots.menuDayId })
    .from(slots)
    .where(isDue)
    .orderBy(asc(slots.menuDayId))
    .for('update', { skipLocked: true })
  return rows.map(({ menuDayId }) => menuDayId)
}
