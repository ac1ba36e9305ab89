import type { App } from '../../platform/app'
import type { Tx } from '../../platform/database'
import { newId } from '../../platform/id'
import { publish } from '../../platform/outbox'
import { SupplyFellShort } from '../events'
import type { PurchaseOrder } from '../purchasing/lock-order'
import { type GAP_CAUSES, gaps } from '../schema/gaps'

export interface Gap {
  readonly lineId: string
  readonly ingredientId: string
  /** Base units that will not come. */
  readonly quantity: number
  readonly cause: (typeof GAP_CAUSES)[number]
}

/**
 * Notes what will not come and announces it, in the transaction of whoever said so. `ref` names that word: said twice,
 * noted once.
 */
export async function openGaps(
  app: App,
  tx: Tx,
  order: PurchaseOrder,
  ref: string,
  lacking: readonly Gap[],
): Promise<void> {
  const rows = lacking.filter((gap) => gap.quantity > 0)
  if (rows.length === 0) return
  const { id: purchaseOrderId, operatorId, siteId, supplierId } = order
  const of = { purchaseOrderId, operatorId, siteId, supplierId, ref, at: app.now(), state: 'open' as const, hits: [] }
  const fresh = await tx
    .insert(gaps)
    .values(rows.map((gap) => ({ id: newId('gap'), ...gap, ...of })))
    .onConflictDoNothing()
    .returning({ id: gaps.id })
  if (fresh.length === 0) return
  await publish(tx, SupplyFellShort, { operatorId, siteId, gapIds: fresh.map(({ id }) => id) })
}
