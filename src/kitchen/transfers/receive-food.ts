import { and, desc, eq, inArray, isNull, or, sql } from 'drizzle-orm'
import { Refusal } from '../../kernel/refusal'
import type { App } from '../../platform/app'
import { note } from '../../platform/audit'
import { newId } from '../../platform/id'
import { type ClockedBatch, clocksAt } from '../safety/clocks'
import { holdings } from '../schema/safety'
import { batchPortions, foodTransfers, transferDiscrepancies } from '../schema/transfers'
import type { FoodTransfer } from './send-food'

export interface ReceiveFood {
  readonly transferId: string
  readonly received: number
  /** Why there are fewer than were sent. */
  readonly reason: string
  readonly actorId: string
}

/**
 * Portions arrive, once; what is missing is written down apart. The food's clock goes on from its cooking.
 * @throws Refusal `not_found`, `transfer_received`, `more_than_sent`
 */
export const receiveFood = (app: App, { transferId, received, reason, actorId }: ReceiveFood): Promise<FoodTransfer> =>
  app.db.transaction(async (tx) => {
    const [found] = await tx.select().from(foodTransfers).where(eq(foodTransfers.id, transferId)).for('update')
    if (!found) throw new Refusal('not_found')
    if (found.receivedAt) throw new Refusal('transfer_received')
    if (received > found.sent) throw new Refusal('more_than_sent', { sent: found.sent })
    const at = app.now()
    const arrived = { received, receivedAt: at, receivedBy: actorId }
    const [transfer] = await tx
      .update(foodTransfers)
      .set(arrived)
      .where(and(eq(foodTransfers.id, transferId), isNull(foodTransfers.receivedAt)))
      .returning()
    if (!transfer) throw new Refusal('transfer_received')
    const { operatorId, batchId, toSiteId: siteId, mode, sent } = transfer
    await tx
      .insert(batchPortions)
      .values({ batchId, siteId, operatorId, portions: received })
      .onConflictDoUpdate({
        target: [batchPortions.batchId, batchPortions.siteId],
        set: { portions: sql`${batchPortions.portions} + excluded.portions` },
      })
    await tx.insert(holdings).values({ id: newId('hld'), operatorId, siteId, batchId, mode, at, actorId })
    const missing = sent - received
    if (missing > 0) {
      await tx.insert(transferDiscrepancies).values({ transferId, operatorId, portions: missing, reason, at })
    }
    const detail = { sent, received, missing }
    const action = 'kitchen.receive-food'
    await note({ ...app, db: tx }, { operatorId, actorId, action, subject: transferId, detail })
    return transfer
  })

/** Whose a transfer is, by the kitchen that receives it; undefined when there is none. */
export async function receiverOf(app: App, id: string) {
  const owner = { operatorId: foodTransfers.operatorId, siteId: foodTransfers.toSiteId }
  const [found] = await app.db.select(owner).from(foodTransfers).where(eq(foodTransfers.id, id))
  return found
}

/** The newest transfers of a kitchen, out and in, each with what was missing. */
export async function transfersOf(app: App, siteId: string) {
  const rows = await app.db
    .select({ transfer: foodTransfers, missing: transferDiscrepancies.portions, reason: transferDiscrepancies.reason })
    .from(foodTransfers)
    .leftJoin(transferDiscrepancies, eq(transferDiscrepancies.transferId, foodTransfers.id))
    .where(or(eq(foodTransfers.toSiteId, siteId), eq(foodTransfers.fromSiteId, siteId)))
    .orderBy(desc(foodTransfers.sentAt), foodTransfers.id)
    .limit(50)
  return rows.map(({ transfer, missing, reason }) => ({ ...transfer, missing: missing ?? 0, reason }))
}

/** Food that is at a kitchen: what was cooked there and not moved, and what is left of what was moved, to or from it. */
export async function foodAt(app: App, siteId: string): Promise<(ClockedBatch & { readonly here: number })[]> {
  const clocks = await clocksAt(app, siteId)
  const moved = await app.db
    .select({ batchId: batchPortions.batchId, siteId: batchPortions.siteId, portions: batchPortions.portions })
    .from(batchPortions)
    .where(
      inArray(
        batchPortions.batchId,
        clocks.map(({ id }) => id),
      ),
    )
  const hereOf = ({ id, portions }: ClockedBatch) => {
    const places = moved.filter(({ batchId }) => batchId === id)
    if (places.length === 0) return portions
    return places.find((place) => place.siteId === siteId)?.portions ?? 0
  }
  return clocks.map((clock) => ({ ...clock, here: hereOf(clock) })).filter(({ here }) => here > 0)
}
