import type { MedusaContainer } from '@medusajs/framework/types'
import { Modules, OrderStatus } from '@medusajs/framework/utils'
import type { Outcome } from '../platform/commerce-contract'
import { medusaId } from './medusa-ids'

/** Marks orders as cancelled on Medusa's books. Cancelling twice keeps the first time. */
export async function recordCancellations(container: MedusaContainer, orderIds: readonly string[]): Promise<Outcome> {
  const service = container.resolve(Modules.ORDER)
  const id = orderIds.map((orderId) => medusaId('order', orderId))
  const standing = await service.listOrders({ id }, { select: ['id', 'status'], take: null })
  const stateOf = new Map(standing.map((order) => [order.id, order.status]))
  const open = standing.filter(({ status }) => status !== OrderStatus.CANCELED).map((order) => order.id)
  if (open.length > 0) await service.cancel(open)

  const newly = new Set(open)
  return {
    done: orderIds.filter((orderId) => newly.has(medusaId('order', orderId))),
    known: orderIds.filter((orderId) => stateOf.get(medusaId('order', orderId)) === OrderStatus.CANCELED),
    missing: orderIds.filter((orderId) => !stateOf.has(medusaId('order', orderId))),
  }
}
