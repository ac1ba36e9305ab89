import { and, eq, isNull } from 'drizzle-orm'
import { Refusal } from '../../kernel/refusal'
import type { App } from '../../platform/app'
import { note } from '../../platform/audit'
import { tillSales } from '../schema/till'
import { lockDay, requireOpen } from './lock-day'

/** A slip of the finger is noticed at once; later it is the manager's. */
const VOID_MINUTES = 10

export interface VoidTillSale {
  readonly siteId: string
  readonly orderId: string
  readonly reason: string
  readonly by: string
}

/**
 * Marks a sale of this till as undone; its order is voided in the same transaction by who calls.
 * @throws Refusal `not_found`, `already_cancelled`, `void_too_late`, `till_closed`.
 */
export async function voidTillSale(app: App, { siteId, orderId, reason, by }: VoidTillSale): Promise<void> {
  const own = and(eq(tillSales.orderId, orderId), eq(tillSales.siteId, siteId))
  const [sale] = await app.db.select().from(tillSales).where(own)
  if (!sale) throw new Refusal('not_found')
  await lockDay(app, siteId, sale.day, 'together')
  await requireOpen(app, siteId, sale.day)
  if (app.now().getTime() - sale.soldAt.getTime() > VOID_MINUTES * 60_000)
    throw new Refusal('void_too_late', { minutes: VOID_MINUTES })
  const [done] = await app.db
    .update(tillSales)
    .set({ voidedAt: app.now(), voidedBy: by, voidReason: reason })
    .where(and(own, isNull(tillSales.voidedAt)))
    .returning({ orderId: tillSales.orderId })
  if (!done) throw new Refusal('already_cancelled')
  const { operatorId } = sale
  await note(app, { operatorId, actorId: by, action: 'funding.void-till-sale', subject: orderId, detail: { reason } })
}
