import { asc, eq } from 'drizzle-orm'
import { Refusal } from '../../kernel/refusal'
import type { App } from '../../platform/app'
import { note } from '../../platform/audit'
import type { Tx } from '../../platform/database'
import { newId } from '../../platform/id'
import { tell } from '../../platform/realtime'
import { isOutOfRange, temperatureRange } from '../domain/storage'
import { discrepancies } from '../schema/matching'
import { lots, stockMoves } from '../schema/stock'
import { ingredients } from '../schema/supply'
import { transferLines, transfers } from '../schema/transfers'
import { costOf } from '../stock/take-from-lot'
import { told } from '../told'

export interface ReceiveTransfer {
  readonly transferId: string
  /** Every line of the transfer; quantities in base units, tenths of a degree Celsius. */
  readonly lines: readonly {
    readonly lineId: string
    readonly quantity: number
    readonly temperature?: number | undefined
  }[]
  readonly receivedBy: string
}

/**
 * Put what arrived on the shelf: a lot of its own that keeps code, expiry and price of the one it came from. What is
 * missing becomes a discrepancy.
 * @throws Refusal `not_found`, `transfer_received`, `count_incomplete`, `more_than_ordered`, `temperature_required`,
 * `temperature_out_of_range`
 */
export const receiveTransfer = (app: App, { transferId, lines, receivedBy }: ReceiveTransfer): Promise<void> =>
  app.db.transaction(async (tx) => {
    const [transfer] = await tx.select().from(transfers).where(eq(transfers.id, transferId)).for('update')
    if (!transfer) throw new Refusal('not_found')
    if (transfer.status === 'received') throw new Refusal('transfer_received')
    const sent = await sentLines(tx, transferId)
    const arrived = new Map(lines.map((line) => [line.lineId, line]))
    if (lines.some(({ lineId }) => !sent.some(({ line }) => line.id === lineId))) throw new Refusal('not_found')
    const missing = sent.filter(({ line }) => !arrived.has(line.id)).length
    if (missing > 0) throw new Refusal('count_incomplete', { missing })

    const { operatorId, toSiteId: siteId } = transfer
    const at = app.now()
    for (const { line, lot, storage } of sent) {
      const { quantity = 0, temperature = null } = arrived.get(line.id) ?? {}
      check(line.sent, quantity, storage, temperature)
      await tx.update(transferLines).set({ received: quantity, temperature }).where(eq(transferLines.id, line.id))
      if (quantity > 0) {
        const { ingredientId, supplierId, code, expiresOn, costPerThousand } = lot
        const kept = { operatorId, siteId, ingredientId, supplierId, code, expiresOn, costPerThousand }
        const id = newId('lot')
        // a lot blocked on its way stays blocked
        const { blockedAt, blockReason } = lot
        const amount = {
          quantity,
          receivedQuantity: quantity,
          receivedAt: at,
          parentId: lot.id,
          blockedAt,
          blockReason,
        }
        await tx.insert(lots).values({ id, ...kept, ...amount })
        await tx
          .insert(stockMoves)
          .values({ operatorId, lotId: id, delta: quantity, reason: 'transfer_in', ref: line.id, at })
      }
      if (quantity < line.sent)
        await tx.insert(discrepancies).values({
          id: newId('dis'),
          operatorId,
          siteId,
          kind: 'transfer',
          ref: line.id,
          transferId,
          ingredientId: line.ingredientId,
          expected: line.sent,
          found: quantity,
          amountMinor: costOf(line.sent - quantity, lot),
          status: 'open',
          at,
        })
    }
    await tx.update(transfers).set({ status: 'received', receivedAt: at }).where(eq(transfers.id, transferId))
    await note(
      { ...app, db: tx },
      { operatorId, actorId: receivedBy, action: 'procurement.receive-transfer', subject: transferId },
    )
    await tell(tx, told('transfer', { operatorId, id: transferId, siteId }))
  })

const sentLines = (tx: Tx, transferId: string) =>
  tx
    .select({ line: transferLines, lot: lots, storage: ingredients.storage })
    .from(transferLines)
    .innerJoin(lots, eq(lots.id, transferLines.lotId))
    .innerJoin(ingredients, eq(ingredients.id, transferLines.ingredientId))
    .where(eq(transferLines.transferId, transferId))
    .orderBy(asc(transferLines.id))

function check(
  sent: number,
  quantity: number,
  storage: 'ambient' | 'chilled' | 'frozen',
  temperature: number | null,
): void {
  if (quantity > sent) throw new Refusal('more_than_ordered', { packs: sent })
  const range = temperatureRange(storage)
  if (!range || quantity === 0) return
  if (temperature === null) throw new Refusal('temperature_required')
  if (isOutOfRange(storage, temperature))
    throw new Refusal('temperature_out_of_range', { from: range.from / 10, to: range.to / 10 })
}
