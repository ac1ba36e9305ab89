import type { App } from '../platform/app'
import { insertAll } from '../platform/insert-all'
import { purchaseOrderLines, purchaseOrders } from './schema/purchasing'
import { receiptLines, receipts } from './schema/receiving'

export interface ImportPurchases {
  readonly purchaseOrders: readonly (typeof purchaseOrders.$inferInsert)[]
  readonly purchaseOrderLines: readonly (typeof purchaseOrderLines.$inferInsert)[]
  readonly receipts: readonly (typeof receipts.$inferInsert)[]
  readonly receiptLines: readonly (typeof receiptLines.$inferInsert)[]
}

/** Takes over what was bought before: orders that are closed and what came of them. Their goods are long used up, so they bring no lots. */
export const importPurchases = (app: App, past: ImportPurchases): Promise<Record<keyof ImportPurchases, number>> =>
  app.db.transaction(async (tx) => ({
    purchaseOrders: await insertAll(tx, purchaseOrders, past.purchaseOrders),
    purchaseOrderLines: await insertAll(tx, purchaseOrderLines, past.purchaseOrderLines),
    receipts: await insertAll(tx, receipts, past.receipts),
    receiptLines: await insertAll(tx, receiptLines, past.receiptLines),
  }))
