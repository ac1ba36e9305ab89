import type { OrdersInput, Store } from '../platform/commerce-contract'
import { toMajor } from './amounts'
import { medusaId } from './medusa-ids'
import { taxCode } from './set-up-market'

export type OrderInput = OrdersInput['orders'][number]

/** One of our orders as Medusa's order module takes it; every id in it follows from ours. */
export function shapeOrder(order: OrderInput, { regionId, shippingOptionId, salesChannels }: Store) {
  const salesChannelId = salesChannels[order.operatorId]
  return {
    id: medusaId('order', order.orderId),
    region_id: regionId,
    ...(salesChannelId ? { sales_channel_id: salesChannelId } : {}),
    ...(order.customerId ? { customer_id: order.customerId } : {}),
    ...(order.email ? { email: order.email } : {}),
    status: 'pending',
    currency_code: 'cny',
    no_notification: true, // people are told by us
    created_at: new Date(order.placedAt),
    metadata: { ...order.metadata, linli_order_id: order.orderId, number: order.number, operator_id: order.operatorId },
    items: order.lines.map(shapeLine),
    shipping_methods: [
      {
        id: medusaId('ordsm', order.orderId),
        name: '邻里配送',
        amount: toMajor(order.feeMinor),
        is_tax_inclusive: true,
        shipping_option_id: shippingOptionId,
        tax_lines: [taxLine(order.feeTaxBps)],
      },
    ],
    transactions: order.payments.map(({ paymentId, provider, amountMinor }) => ({
      id: medusaId('ordtrx', paymentId),
      amount: toMajor(amountMinor),
      currency_code: 'cny',
      reference: provider,
      reference_id: paymentId,
    })),
  }
}

function shapeLine(line: OrderInput['lines'][number]) {
  return {
    id: medusaId('ordli', line.lineId),
    title: line.title.zh,
    subtitle: line.title.en,
    product_title: line.title.zh,
    quantity: line.quantity,
    unit_price: toMajor(line.unitMinor),
    is_tax_inclusive: true,
    ...(line.variantId ? { variant_id: line.variantId } : {}),
    ...(line.productId ? { product_id: line.productId } : {}),
    ...(line.dishId ? { variant_sku: line.dishId } : {}),
    tax_lines: [taxLine(line.taxBps)],
    metadata: { ...line.metadata, linli_line_id: line.lineId },
  }
}

const taxLine = (bps: number) => ({ code: taxCode(bps), rate: bps / 100, provider_id: 'system' })

/** The payment collection that shows an order as paid; its amount is what was to be paid. */
export function shapePayment(order: OrderInput) {
  const items = order.lines.reduce((sum, { unitMinor, quantity }) => sum + unitMinor * quantity, 0)
  const paid = toMajor(order.payments.reduce((sum, { amountMinor }) => sum + amountMinor, 0))
  const amount = toMajor(items + order.feeMinor)
  return {
    id: medusaId('pay_col', order.orderId),
    currency_code: 'cny',
    amount,
    authorized_amount: paid,
    captured_amount: paid,
    status: paid >= amount ? ('completed' as const) : ('partially_authorized' as const),
    metadata: { linli_order_id: order.orderId },
  }
}
