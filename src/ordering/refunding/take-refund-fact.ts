import { eq } from 'drizzle-orm'
import type { App } from '../../platform/app'
import type { PaymentFact } from '../../platform/payments/port'
import type { BookMoney } from '../money'
import { refunds } from '../schema/payers'
import { noteRefunded, noteRefundFailed } from './note-refund'

/** The provider says what became of a refund: the one it names, or the only one of that amount that is under way. */
export async function takeRefundFact(
  app: App,
  paymentId: string,
  { outcome, refundId, attempt, amountMinor }: PaymentFact,
  book: BookMoney,
): Promise<void> {
  const all = await app.db.select().from(refunds).where(eq(refunds.paymentId, paymentId))
  const named =
    all.find(({ id }) => id === refundId) ??
    all.find((refund) => refund.status === 'refunding' && refund.paymentMinor === amountMinor)
  if (!named) return
  const which = { refundId: named.id, attempt: attempt ?? named.attempt }
  if (outcome === 'refunded') await noteRefunded(app, which, book)
  if (outcome === 'refund_failed') await noteRefundFailed(app, which, book)
}
