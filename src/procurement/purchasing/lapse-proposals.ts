import { and, eq, inArray, sql } from 'drizzle-orm'
import type { App } from '../../platform/app'
import { note } from '../../platform/audit'
import { tell } from '../../platform/realtime'
import { requestReview } from '../planning/request-review'
import { purchaseOrders } from '../schema/purchasing'
import { suppliers } from '../schema/supply'
import { orderTold } from './lock-order'

/** Why the clock took a proposal back; screens say it in words. */
export const LAPSED = 'delivery_day_passed'

/** Proposals whose delivery day is over are taken back, and their sites looked at again: the need is still there. */
export const lapseProposals = (app: App): Promise<{ lapsed: number }> =>
  app.db.transaction(async (tx) => {
    const over = tx
      .select({ id: purchaseOrders.id })
      .from(purchaseOrders)
      .innerJoin(suppliers, eq(suppliers.id, purchaseOrders.supplierId))
      .where(
        and(
          eq(purchaseOrders.status, 'proposed'),
          sql`${purchaseOrders.deliverOn} < (${app.now().toISOString()}::timestamptz at time zone ${suppliers.zone})::date`,
        ),
      )
    const lapsed = await tx
      .update(purchaseOrders)
      .set({ status: 'cancelled', cancelledAt: app.now(), cancelledFrom: 'proposed', cancelReason: LAPSED })
      .where(and(inArray(purchaseOrders.id, over), eq(purchaseOrders.status, 'proposed')))
      .returning()
    if (lapsed.length === 0) return { lapsed: 0 }

    const sites = new Map(lapsed.map(({ siteId, operatorId }) => [siteId, operatorId]))
    for (const [siteId, operatorId] of sites)
      await requestReview({ ...app, db: tx }, { operatorId, siteId, requestedBy: 'clock' })
    for (const { id, operatorId } of lapsed)
      await note({ ...app, db: tx }, { operatorId, actorId: 'clock', action: 'procurement.lapse', subject: id })
    await tell(tx, lapsed.flatMap(orderTold))
    return { lapsed: lapsed.length }
  })
