import type { App } from '../platform/app'
import { insertAll } from '../platform/insert-all'
import { demandHistory } from './schema/planning'
import { lots, stockMoves } from './schema/stock'
import { certificates, ingredients, suppliers, supplyTerms } from './schema/supply'

/** A lot that lies in a store before the first receipt. */
export type OpeningLot = Omit<typeof lots.$inferInsert, 'receivedQuantity' | 'receiptId'>

export interface ImportSupply {
  readonly ingredients: readonly (typeof ingredients.$inferInsert)[]
  readonly suppliers: readonly (typeof suppliers.$inferInsert)[]
  readonly supplyTerms: readonly (typeof supplyTerms.$inferInsert)[]
  readonly certificates: readonly (typeof certificates.$inferInsert)[]
  readonly lots: readonly OpeningLot[]
  readonly demandHistory: readonly (typeof demandHistory.$inferInsert)[]
}

/**
 * Takes over the purchasing of kitchens that were running before: what they buy from whom, what lies in store and what
 * they sold. Every lot opens with a move, so that the moves sum to what is left. What stands is left. Returns the new rows.
 */
export const importSupply = (app: App, input: ImportSupply): Promise<Record<keyof ImportSupply, number>> =>
  app.db.transaction(async (tx) => {
    const opening = input.lots.map((lot) => ({ ...lot, receivedQuantity: lot.quantity }))
    const moves = input.lots.map(({ id, operatorId, quantity, receivedAt }) => ({
      operatorId,
      lotId: id,
      delta: quantity,
      reason: 'opening' as const,
      ref: `opening:${id}`,
      at: receivedAt,
    }))
    const counts = {
      ingredients: await insertAll(tx, ingredients, input.ingredients),
      suppliers: await insertAll(tx, suppliers, input.suppliers),
      supplyTerms: await insertAll(tx, supplyTerms, input.supplyTerms),
      certificates: await insertAll(tx, certificates, input.certificates),
      lots: await insertAll(tx, lots, opening),
      demandHistory: await insertAll(tx, demandHistory, input.demandHistory),
    }
    await insertAll(tx, stockMoves, moves)
    return counts
  })
