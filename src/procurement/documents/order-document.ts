import type { Text } from '../../kernel/text'
import { dateIn, type ServiceDate } from '../../kernel/time'
import type { App } from '../../platform/app'
import { orderDetail } from '../purchasing/show-order'

/** What stands on an order's paper and in its data. Nothing in it changes once somebody stands behind the order. */
export interface OrderDocument {
  readonly number: string
  /** False for a proposal nobody stands behind yet. */
  readonly binding: boolean
  readonly issuedOn: ServiceDate
  readonly issuedAt: Date
  readonly deliverOn: ServiceDate
  readonly buyer: Party
  readonly site: Party
  readonly supplier: Party
  /** ISO 4217. */
  readonly currency: string
  readonly totalMinor: number
  readonly lines: readonly {
    readonly item: string
    readonly name: Text
    readonly unit: 'g' | 'ml' | 'piece'
    readonly packs: number
    readonly packSize: number
    readonly packName: Text
    /** Of one pack. */
    readonly priceMinor: number
  }[]
}

export interface Party {
  readonly id: string
  readonly name: Text
}

/** The order as a document; undefined when there is none. The names of tenant and site come from whoever asks. */
export async function orderDocument(
  app: App,
  purchaseOrderId: string,
  nameOf: (order: { operatorId: string; siteId: string }) => Promise<{ buyer: Text; site: Text; currency: string }>,
): Promise<OrderDocument | undefined> {
  const order = await orderDetail(app, purchaseOrderId)
  if (!order) return undefined
  const { operatorId, siteId, supplier } = order
  const { buyer, site, currency } = await nameOf(order)
  const issuedAt = order.approvedAt ?? order.proposedAt
  return {
    number: order.number,
    binding: order.approvedAt !== null,
    issuedOn: dateIn(supplier.zone, issuedAt),
    issuedAt,
    deliverOn: order.deliverOn,
    buyer: { id: operatorId, name: buyer },
    site: { id: siteId, name: site },
    supplier: { id: supplier.id, name: supplier.name },
    currency: currency.toUpperCase(),
    totalMinor: order.totalMinor,
    lines: order.lines
      .filter(({ packs }) => packs > 0)
      .map(({ ingredientId, ingredient, unit, packs, packSize, packName, priceMinor }) => {
        return { item: ingredientId, name: ingredient, unit, packs, packSize, packName, priceMinor }
      }),
  }
}
