import type { MedusaContainer, OrderDTO } from '@medusajs/framework/types'
import { OrderStatus } from '@medusajs/framework/utils'
import { getOrdersListWorkflow } from '@medusajs/medusa/core-flows'
import type { RecordedOrder } from '../platform/commerce-contract'
import { toMinor } from './amounts'
import { medusaId } from './medusa-ids'

const FIELDS = ['id', 'status', 'summary.*', 'items.*', 'items.detail.*', 'fulfillments.*', 'payment_collections.*']

/** How orders stand on Medusa's books; those it does not know are left out. For comparing them with ours. */
export async function readOrders(container: MedusaContainer, orderIds: readonly string[]): Promise<RecordedOrder[]> {
  const ours = new Map(orderIds.map((orderId) => [medusaId('order', orderId), orderId]))
  const { result } = await getOrdersListWorkflow(container).run({
    input: { fields: FIELDS, variables: { filters: { id: [...ours.keys()] }, skip: 0, take: ours.size } },
  })
  const rows = 'rows' in result ? result.rows : result
  return rows.map((order) => standing(order, ours.get(order.id) ?? order.id))
}

/** What the workflow adds to an order, missing in its type. */
type Listed = OrderDTO & { readonly fulfillment_status?: string; readonly payment_status?: string }

function standing(order: Listed, orderId: string): RecordedOrder {
  const { summary, status, items = [], fulfillment_status = '', payment_status = '' } = order
  const whole = items.filter(({ detail, quantity }) => Number(detail.delivered_quantity) >= Number(quantity))
  return {
    orderId,
    totalMinor: toMinor(summary?.original_order_total),
    paidMinor: toMinor(summary?.paid_total),
    refundedMinor: toMinor(summary?.refunded_total),
    cancelled: status === OrderStatus.CANCELED,
    fulfilled: whole.length === 0 ? 'none' : whole.length === items.length ? 'wholly' : 'partly',
    fulfilmentStatus: fulfillment_status,
    paymentStatus: payment_status,
  }
}
