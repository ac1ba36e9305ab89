import type { App } from '../../platform/app'
import type { Tx } from '../../platform/database'
import { newId } from '../../platform/id'
import { costPerThousand } from '../domain/purchase-order'
import type { PurchaseOrder } from '../purchasing/lock-order'
import { lots, stockMoves } from '../schema/stock'
import type { Arrival } from './check-arrival'

export interface Shelve extends Arrival {
  readonly order: PurchaseOrder
  readonly receiptId: string
  /** The receipt's line, which the move names. */
  readonly ref: string
}

/** Good goods become a lot with its first move; nothing good, no lot. */
export async function shelve(app: App, tx: Tx, { order, line, received, receiptId, ref }: Shelve): Promise<void> {
  const { quantity, lotCode: code, expiresOn } = received
  if (quantity === 0) return
  const { operatorId, siteId, supplierId } = order
  const at = app.now()
  const lot = {
    id: newId('lot'),
    operatorId,
    siteId,
    ingredientId: line.ingredientId,
    supplierId,
    code,
    expiresOn,
    receivedQuantity: quantity,
    quantity,
    costPerThousand: costPerThousand(line.priceMinor, line.packSize),
    receivedAt: at,
    receiptId,
  }
  await tx.insert(lots).values(lot)
  await tx.insert(stockMoves).values({ operatorId, lotId: lot.id, delta: quantity, reason: 'receipt', ref, at })
}
