import type { MedusaContainer } from '@medusajs/framework/types'
import { Modules } from '@medusajs/framework/utils'
import type { FulfilmentRecord, Outcome } from '../platform/commerce-contract'
import { knownStore } from './known-store'
import { medusaId } from './medusa-ids'
import { outcomeOf } from './outcome'
import { type RecordedItem, readItems } from './read-items'
import { FULFILMENT_PROVIDER } from './set-up-delivery'
import { type Fulfilment, linkFulfilments, writeFulfilments } from './write-fulfilments'

/**
 * Records what was handed over: one delivered fulfilment of Medusa's per group, and the quantities on the order's
 * items. A fulfilment's id follows from the group's and quantities are set, not added: saying it again changes nothing.
 */
export async function recordFulfilments(
  container: MedusaContainer,
  fulfilments: readonly FulfilmentRecord[],
): Promise<Outcome> {
  const items = await readItems(
    container,
    fulfilments.map(({ orderId }) => orderId),
  )
  const { locationId, shippingOptionId } = await knownStore(container, [])
  const handed = fulfilments.flatMap((record) => {
    const known = items.get(record.orderId)
    return known ? [{ ...record, id: medusaId('ful', record.groupId), items: inGroup(record, known) }] : []
  })
  const written = await writeFulfilments(
    container,
    handed.map((record) => ({
      ...shape(record),
      location_id: locationId,
      shipping_option_id: shippingOptionId,
    })),
  )
  const pairs = handed.map(({ orderId, id }) => ({ orderId: medusaId('order', orderId), fulfilmentId: id }))
  await linkFulfilments(container, pairs)
  await setQuantities(
    container,
    handed.flatMap((record) => record.items),
  )
  return outcomeOf(fulfilments, {
    onRecord: ({ orderId }) => items.has(orderId),
    isNew: ({ groupId }) => written.has(medusaId('ful', groupId)),
  })
}

interface Handed extends FulfilmentRecord {
  readonly id: string
  readonly items: readonly RecordedItem[]
}

function inGroup({ lineIds }: FulfilmentRecord, items: readonly RecordedItem[]): RecordedItem[] {
  const wanted = lineIds && new Set(lineIds.map((lineId) => medusaId('ordli', lineId)))
  return items.filter(({ id }) => !wanted || wanted.has(id))
}

function shape({ id, groupId, deliveredAt, items }: Handed): Omit<Fulfilment, 'location_id'> {
  const at = new Date(deliveredAt)
  return {
    id,
    provider_id: FULFILMENT_PROVIDER,
    requires_shipping: true,
    packed_at: at,
    shipped_at: at,
    delivered_at: at,
    delivery_address: {}, // where people live stays with us
    items: items.map((item) => ({
      line_item_id: item.id,
      title: item.title,
      sku: item.sku,
      barcode: '',
      quantity: item.quantity,
    })),
    labels: [],
    metadata: { linli_group_id: groupId },
  }
}

/** The order module's bulk write of quantities; its published type forgets that ids may be many. */
interface QuantityWrite {
  updateOrderItem(items: { id: string[] }, quantities: Record<string, number>): Promise<unknown>
}

/** Marks items as wholly fulfilled, shipped and delivered: one write per quantity that occurs. */
async function setQuantities(container: MedusaContainer, items: readonly RecordedItem[]): Promise<void> {
  const service = container.resolve<QuantityWrite>(Modules.ORDER)
  const open = items.filter(({ fulfilled, quantity }) => fulfilled < quantity)
  for (const quantity of new Set(open.map((item) => item.quantity))) {
    const id = open.filter((item) => item.quantity === quantity).map(({ detailId }) => detailId)
    await service.updateOrderItem(
      { id },
      { fulfilled_quantity: quantity, shipped_quantity: quantity, delivered_quantity: quantity },
    )
  }
}
