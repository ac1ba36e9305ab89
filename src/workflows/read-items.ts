import type { MedusaContainer } from '@medusajs/framework/types'
import { ContainerRegistrationKeys } from '@medusajs/framework/utils'
import { medusaId } from './medusa-ids'

/** A line of an order on record. */
export interface RecordedItem {
  /** Medusa's line item. */
  readonly id: string
  /** What carries its quantities: the order item of the order's current version. */
  readonly detailId: string
  readonly title: string
  readonly sku: string
  readonly quantity: number
  readonly fulfilled: number
}

interface Row {
  readonly id: string
  readonly items: readonly {
    readonly id: string
    readonly title: string
    readonly variant_sku: string | null
    readonly detail: { readonly id: string; readonly quantity: number; readonly fulfilled_quantity: number }
  }[]
}

/** The lines of those orders that are on record, by our order id. */
export async function readItems(
  container: MedusaContainer,
  orderIds: readonly string[],
): Promise<ReadonlyMap<string, readonly RecordedItem[]>> {
  const ours = new Map(orderIds.map((orderId) => [medusaId('order', orderId), orderId]))
  const { data }: { data: Row[] } = await container.resolve(ContainerRegistrationKeys.QUERY).graph({
    entity: 'order',
    fields: [
      'id',
      'items.id',
      'items.title',
      'items.variant_sku',
      'items.detail.id',
      'items.detail.quantity',
      'items.detail.fulfilled_quantity',
    ],
    filters: { id: [...ours.keys()] },
  })
  return new Map(data.map(({ id, items }) => [ours.get(id) ?? id, items.map(itemOf)]))
}

const itemOf = ({ id, title, variant_sku, detail }: Row['items'][number]): RecordedItem => ({
  id,
  detailId: detail.id,
  title,
  sku: variant_sku ?? '',
  quantity: Number(detail.quantity),
  fulfilled: Number(detail.fulfilled_quantity),
})
