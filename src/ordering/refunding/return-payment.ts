import { eq } from 'drizzle-orm'
import type { App } from '../../platform/app'
import type { Payments } from '../../platform/payments/open'
import type { BookMoney } from '../money'
import { refunds } from '../schema/payers'
import { payments } from '../schema/payments'
import { noteRefunded, noteRefundFailed } from './note-refund'

/**
 * Returns what a refund owes through the provider that took it. Asked again under the same key it is the same refund; where
 * the provider needs time its webhook, or our asking, says the last word.
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
  if (row?.refund.status !== 'refunding') return
  const { attempt, paymentMinor: amountMinor } = row.refund
  const { provider, intentId } = row.payment
  const state = await providers.by(provider).refund({ refundId, attempt, intentId, amountMinor })
  if (state === 'succeeded') await noteRefunded(app, { refundId, attempt }, book)
  if (state === 'failed') await noteRefundFailed(app, { refundId, attempt }, book)
}
