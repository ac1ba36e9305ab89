import type { App } from '../../platform/app'
import { note } from '../../platform/audit'
import { tillSales } from '../schema/till'
import { lockDay, requireOpen } from './lock-day'

export type Sale = Omit<typeof tillSales.$inferInsert, 'soldAt' | 'voidedAt' | 'voidedBy' | 'voidReason'>

/** Writes down what a till took, with the order, in the transaction that took it. @throws Refusal `till_closed`. */
export async function noteSale(app: App, sale: Sale): Promise<void> {
  await lockDay(app, sale.siteId, sale.day, 'together')
  await requireOpen(app, sale.siteId, sale.day)
  await app.db.insert(tillSales).values({ ...sale, soldAt: app.now() })
  const { operatorId, cashierId: actorId, orderId: subject, payment, paidMinor, totalMinor, memberId } = sale
  const detail = { payment, paidMinor, totalMinor, memberId }
  await note(app, { operatorId, actorId, action: 'funding.sell-at-till', subject, detail })
}
