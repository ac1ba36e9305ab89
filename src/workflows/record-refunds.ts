import type { MedusaContainer } from '@medusajs/framework/types'
import { Modules } from '@medusajs/framework/utils'
import type { Outcome, RefundRecord } from '../platform/commerce-contract'
import { toMajor, toMinor } from './amounts'
import { medusaId } from './medusa-ids'
import { writeMissing } from './missing-only'
import { oneAtATime } from './one-at-a-time'
import { outcomeOf } from './outcome'

/**
 * Records money given back: a negative transaction on the order and the sum on its payment collection. The
 * transaction's id follows from the refund's. One batch at a time, because Medusa reads an order's totals, adds and writes.
 */
export const recordRefunds = (container: MedusaContainer, refunds: readonly RefundRecord[]): Promise<Outcome> =>
  oneAtATime(container, 'refunds', async () => {
    const orders = container.resolve(Modules.ORDER)
    const id = [...new Set(refunds.map(({ orderId }) => medusaId('order', orderId)))]
    const standing = new Set((await orders.listOrders({ id }, { select: ['id'], take: null })).map((order) => order.id))
    const onRecord = refunds.filter(({ orderId }) => standing.has(medusaId('order', orderId)))

    const written = await writeMissing(
      onRecord.map(shape),
      (ids) => orders.listOrderTransactions({ id: ids }, { select: ['id'], take: null }),
      (missing) => orders.addOrderTransactions(missing),
    )
    await sumUp(container, [...standing])
    return outcomeOf(refunds, {
      onRecord: (refund) => onRecord.includes(refund),
      isNew: ({ refundId }) => written.has(medusaId('ordtrx_refund', refundId)),
    })
  })

const shape = ({ orderId, refundId, amountMinor }: RefundRecord) => ({
  id: medusaId('ordtrx_refund', refundId),
  order_id: medusaId('order', orderId),
  amount: -toMajor(amountMinor),
  currency_code: 'cny',
  reference: 'refund',
  reference_id: refundId,
})

/** A column of Medusa's payment collections that the published type of their update leaves out. */
interface RefundedWrite {
  updatePaymentCollections(id: string, data: { refunded_amount: number }): Promise<unknown>
}

/** Sets each payment collection's refunded amount to the sum of its order's refunds. */
async function sumUp(container: MedusaContainer, orderIds: readonly string[]): Promise<void> {
  const transactions = await container
    .resolve(Modules.ORDER)
    .listOrderTransactions({ order_id: [...orderIds], reference: 'refund' }, { take: null })
  const sums = new Map<string, number>()
  for (const { order_id, amount } of transactions) sums.set(order_id, (sums.get(order_id) ?? 0) - toMinor(amount))
  const payment = container.resolve<RefundedWrite>(Modules.PAYMENT)
  for (const [orderId, minor] of sums) {
    const collectionId = orderId.replace(/^order/, 'pay_col')
    await payment.updatePaymentCollections(collectionId, { refunded_amount: toMajor(minor) })
  }
}
