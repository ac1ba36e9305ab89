import { and, eq } from 'drizzle-orm'
import { Refusal } from '../../kernel/refusal'
import type { App } from '../../platform/app'
import { inTransaction } from '../../platform/database'
import type { Payments } from '../../platform/payments/open'
import { tell } from '../../platform/realtime'
import type { BookMoney } from '../money'
import { orders } from '../schema/orders'
import { refunds } from '../schema/payers'
import { payments } from '../schema/payments'

/**
 * Returns what a refund owes through the provider that took it. Asked again under the same key it is the same refund; where
 * the provider needs time its webhook says the last word.
 */
export async function returnPayment(
  app: App,
  providers: Payments,
  { refundId }: { readonly refundId: string },
  book: BookMoney,
): Promise<void> {
  const [row] = await app.db
    .select({ refund: refunds, payment: payments })
    .from(refunds)
    .innerJoin(payments, eq(payments.id, refunds.paymentId))
    .where(eq(refunds.id, refundId))
  if (!row || row.refund.status === 'refunded') return
  const { provider, intentId } = row.payment
  const amountMinor = row.refund.paymentMinor
  const { done } = await providers.by(provider).refund({ refundId, intentId, amountMinor })
  if (done) await noteRefunded(app, refundId, book)
}

/** The provider's word that the money went back; booked once. */
export const noteRefunded = (app: App, refundId: string, book: BookMoney): Promise<void> =>
  inTransaction(app.db, async (tx) => {
    const owed = and(eq(refunds.id, refundId), eq(refunds.status, 'refunding'))
    const [done] = await tx.update(refunds).set({ status: 'refunded', updatedAt: app.now() }).where(owed).returning()
    if (!done?.paymentId) return
    const [row] = await tx
      .select({ operatorId: orders.operatorId, provider: payments.provider, currency: payments.currency })
      .from(payments)
      .innerJoin(orders, eq(orders.id, payments.orderId))
      .where(eq(payments.id, done.paymentId))
    if (!row) throw new Refusal('not_found')
    await book({ ...app, db: tx }, { kind: 'refund_paid', refundId, totalMinor: done.paymentMinor, ...row })
    const data = { groupId: '', status: 'refunded', at: app.now().toISOString() }
    await tell(tx, [{ topic: `order:${done.orderId}`, event: 'refund', data }])
  })
