import { eq } from 'drizzle-orm'
import { taxIncluded } from '../kernel/money'
import type { App } from '../platform/app'
import { newId } from '../platform/id'
import { publish } from '../platform/outbox'
import { DELIVERY_TAX_BPS } from './domain/policy'
import { RefundDue } from './events'
import { orders } from './schema/orders'
import { payments } from './schema/payments'

/** Books a move of money; handed in by the door, since the ledger is another context's. Runs in our transaction. */
export type BookMoney = (
  app: App,
  move: {
    readonly kind: 'received' | 'unwanted' | 'refund_owed' | 'refund_paid'
    readonly paymentId: string
    readonly operatorId: string
    readonly currency: string
    readonly provider: 'local' | 'stripe'
    readonly totalMinor: number
    readonly feeMinor: number
    readonly taxMinor: number
    readonly feeTaxMinor: number
  },
) => Promise<void>

export type Payment = typeof payments.$inferSelect
export type OrderRow = typeof orders.$inferSelect

/** The amounts of a payment as the ledger wants them. */
export const moneyOf = (order: Pick<OrderRow, 'operatorId' | 'feeMinor' | 'taxMinor'>, payment: Payment) => ({
  paymentId: payment.id,
  operatorId: order.operatorId,
  currency: payment.currency,
  provider: payment.provider,
  totalMinor: payment.amountMinor,
  feeMinor: order.feeMinor,
  taxMinor: order.taxMinor,
  feeTaxMinor: taxIncluded(order.feeMinor, DELIVERY_TAX_BPS),
})

/** Marks a payment as owed back and asks for its return, in the caller's transaction. */
export async function oweBack(app: App, payment: Payment): Promise<void> {
  const refund = { status: 'refunding', refundId: newId('ref'), updatedAt: app.now() } as const
  await app.db.update(payments).set(refund).where(eq(payments.id, payment.id))
  await publish(app.db, RefundDue, { paymentId: payment.id, orderId: payment.orderId })
}
