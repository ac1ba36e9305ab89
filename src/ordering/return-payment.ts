import { eq } from 'drizzle-orm'
import type { App } from '../platform/app'
import type { Payments } from '../platform/payments/open'
import type { BookMoney } from './money'
import { payments } from './schema/payments'
import { noteRefunded } from './settle-payment'

/**
 * Returns the money of a payment through the provider that took it. Asked again under the same key it is the same refund;
 * where the provider needs time its webhook says the last word.
 */
export async function returnPayment(
  app: App,
  providers: Payments,
  { paymentId }: { readonly paymentId: string },
  bookMoney: BookMoney,
): Promise<void> {
  const [payment] = await app.db.select().from(payments).where(eq(payments.id, paymentId))
  if (!payment || payment.status !== 'refunding' || !payment.refundId) return
  const { refundId, intentId, amountMinor } = payment
  const { done } = await providers.by(payment.provider).refund({ refundId, intentId, amountMinor })
  if (done) await app.db.transaction((tx) => noteRefunded({ ...app, db: tx }, payment, bookMoney))
}
