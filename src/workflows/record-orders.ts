import type { CreateOrderDTO, IOrderModuleService, MedusaContainer } from '@medusajs/framework/types'
import { ContainerRegistrationKeys, Modules } from '@medusajs/framework/utils'
import type { OrdersInput, Outcome } from '../platform/commerce-contract'
import { knownStore } from './known-store'
import { medusaId } from './medusa-ids'
import { writeMissing } from './missing-only'
import { outcomeOf } from './outcome'
import { shapeOrder, shapePayment } from './order-shape'

/**
 * Puts finished orders on Medusa's books: lines, tax, delivery, payments. The order's primary key follows from our
 * order id, so a batch may be said again and at the same time: each order stands once.
 */
export async function recordOrders(container: MedusaContainer, { orders }: OrdersInput): Promise<Outcome> {
  const store = await knownStore(
    container,
    orders.map(({ operatorId }) => operatorId),
  )
  const service = container.resolve(Modules.ORDER)
  const written = await writeMissing(
    orders.map((order) => shapeOrder(order, store)),
    (id) => service.listOrders({ id }, { select: ['id'], take: null }),
    (missing) => writeOrders(service, missing),
  )
  await recordPayments(container, orders)
  return outcomeOf(orders, {
    onRecord: () => true,
    isNew: ({ orderId }) => written.has(medusaId('order', orderId)),
  })
}

/** The order module's own bulk write, without the reading back that costs as much again. */
interface BulkWrite {
  createOrders_?(orders: CreateOrderDTO[]): Promise<unknown>
}

const writeOrders = (service: IOrderModuleService & BulkWrite, orders: CreateOrderDTO[]): Promise<unknown> =>
  service.createOrders_ ? service.createOrders_(orders) : service.createOrders(orders)

/** After the orders and apart from them: whoever repeats an interrupted batch completes it. */
async function recordPayments(container: MedusaContainer, orders: OrdersInput['orders']): Promise<void> {
  const payment = container.resolve(Modules.PAYMENT)
  await writeMissing(
    orders.map(shapePayment),
    (id) => payment.listPaymentCollections({ id }, { select: ['id'], take: null }),
    (missing) => payment.createPaymentCollections(missing),
  )
  // repeating a link changes nothing
  await container.resolve(ContainerRegistrationKeys.LINK).create(
    orders.map(({ orderId }) => ({
      [Modules.ORDER]: { order_id: medusaId('order', orderId) },
      [Modules.PAYMENT]: { payment_collection_id: medusaId('pay_col', orderId) },
    })),
  )
}
