import { and, asc, eq, lte, sql } from 'drizzle-orm'
import type { App } from '../../platform/app'
import { publishAll } from '../../platform/outbox'
import type { Payments } from '../../platform/payments/open'
import { RefundDue } from '../events'
import type { BookMoney } from '../money'
import { refunds } from '../schema/payers'
import { payments } from '../schema/payments'
import { noteRefunded, noteRefundFailed } from './note-refund'
import { returnPayment } from './return-payment'

/** A webhook that has not come in this time is asked for. */
const ASK_AFTER_MINUTES = 10
/** A provider that said no is asked anew after this time for each attempt; after the last a person has to look. */
const RETRY_AFTER_MINUTES = 15
const ATTEMPTS = 5
const BATCH = 50

const before = (app: App, minutes: number) => new Date(app.now().getTime() - minutes * 60_000)

/** Asks providers what became of refunds nobody has told us of, and tries again those that failed. */
export async function followRefunds(app: App, providers: Payments, book: BookMoney): Promise<void> {
  await askAfterSilent(app, providers, book)
  await tryAgain(app)
}

async function askAfterSilent(app: App, providers: Payments, book: BookMoney): Promise<void> {
  const silent = await app.db
    .select({ refund: refunds, payment: payments })
    .from(refunds)
    .innerJoin(payments, eq(payments.id, refunds.paymentId))
    .where(and(eq(refunds.status, 'refunding'), lte(refunds.updatedAt, before(app, ASK_AFTER_MINUTES))))
    .orderBy(asc(refunds.updatedAt))
    .limit(BATCH)
  for (const { refund, payment } of silent) {
    const { id: refundId, attempt, paymentMinor: amountMinor } = refund
    const { intentId } = payment
    const state = await providers.by(payment.provider).refundState({ refundId, attempt, intentId, amountMinor })
    if (state === 'succeeded') await noteRefunded(app, { refundId, attempt }, book)
    else if (state === 'failed') await noteRefundFailed(app, { refundId, attempt }, book)
    else if (!state) await returnPayment(app, providers, { refundId }, book)
    // still under way: the others first
    else await app.db.update(refunds).set({ updatedAt: app.now() }).where(eq(refunds.id, refundId))
  }
}

const tryAgain = (app: App): Promise<void> =>
  app.db.transaction(async (tx) => {
    const at = app.now().toISOString()
    const due = sql`${refunds.updatedAt} <= ${at}::timestamptz - ${refunds.attempt} * ${RETRY_AFTER_MINUTES} * interval '1 minute'`
    const again = await tx
      .update(refunds)
      .set({ status: 'refunding', attempt: sql`${refunds.attempt} + 1`, updatedAt: app.now() })
      .where(and(eq(refunds.status, 'failed'), sql`${refunds.attempt} < ${ATTEMPTS}`, due))
      .returning({ refundId: refunds.id, orderId: refunds.orderId })
    await publishAll(tx, RefundDue, again)
  })
