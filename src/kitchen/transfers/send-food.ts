import { and, eq, gte, sql } from 'drizzle-orm'
import { Refusal } from '../../kernel/refusal'
import type { App } from '../../platform/app'
import { note } from '../../platform/audit'
import { newId } from '../../platform/id'
import { clockOf } from '../safety/clocks'
import { foodTransfers, batchPortions } from '../schema/transfers'

export type FoodTransfer = typeof foodTransfers.$inferSelect

export interface SendFood {
  readonly batchId: string
  readonly fromSiteId: string
  readonly toSiteId: string
  readonly portions: number
  readonly mode: 'hot' | 'chilled'
  readonly actorId: string
}

/**
 * Portions of a cooked batch leave for another kitchen; they are of neither until they are received.
 * @throws Refusal `batch_not_cooked`, `same_site`, `dish_unsafe` (its clock has run out), `not_enough_portions`
 */
export const sendFood = (app: App, input: SendFood): Promise<FoodTransfer> =>
  app.db.transaction(async (tx) => {
    const within = { ...app, db: tx }
    const { batchId, fromSiteId, toSiteId, portions, mode, actorId } = input
    if (fromSiteId === toSiteId) throw new Refusal('same_site')
    const batch = await clockOf(within, batchId)
    if (!batch) throw new Refusal('batch_not_cooked')
    if (batch.state !== 'good') throw new Refusal('dish_unsafe', { dish: batch.name })
    const { operatorId, siteId: cookedAt, name } = batch
    // the first to move it writes down that all of it is where it was cooked
    await tx
      .insert(batchPortions)
      .values({ batchId, siteId: cookedAt, operatorId, portions: batch.portions })
      .onConflictDoNothing()
    const here = and(eq(batchPortions.batchId, batchId), eq(batchPortions.siteId, fromSiteId))
    const [left] = await tx
      .update(batchPortions)
      .set({ portions: sql`${batchPortions.portions} - ${portions}` })
      .where(and(here, gte(batchPortions.portions, portions)))
      .returning()
    if (!left) {
      const [stock] = await tx.select().from(batchPortions).where(here)
      throw new Refusal('not_enough_portions', { portions: stock?.portions ?? 0 })
    }
    const sent = { sent: portions, sentAt: app.now(), sentBy: actorId }
    const row = { id: newId('ftr'), operatorId, fromSiteId, toSiteId, batchId, name, mode, ...sent }
    const [transfer] = await tx.insert(foodTransfers).values(row).returning()
    if (!transfer) throw new Error('a transfer was not written')
    const detail = { batchId, portions, toSiteId }
    await note(within, { operatorId, actorId, action: 'kitchen.send-food', subject: transfer.id, detail })
    return transfer
  })
