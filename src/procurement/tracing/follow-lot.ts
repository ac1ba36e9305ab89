import { eq, inArray, sql } from 'drizzle-orm'
import type { App } from '../../platform/app'
import { purchaseOrders } from '../schema/purchasing'
import { receipts } from '../schema/receiving'
import { stockMoves } from '../schema/stock'
import { familyOf, lotsByIds, lotsOfReceipt } from '../stock/list-lots'

/** Base units of some lots that went into one batch. */
export interface Used {
  readonly batchId: string
  readonly quantity: number
}

/**
 * One step forward and one step back from a lot: its family at other sites, the delivery it came with and what else came,
 * the batches it went into, what was thrown away and sent back.
 */
export async function followLot(app: App, lotId: string) {
  const [lot] = await lotsByIds(app, [lotId])
  if (!lot) return undefined
  const family = await familyOf(app, lotId)
  const ids = [lotId, ...family.map(({ id }) => id)]
  const receiptId = lot.receiptId ?? family.find((each) => each.receiptId)?.receiptId ?? null
  const delivery = receiptId ? await deliveryOf(app, receiptId) : undefined
  const others = receiptId ? await lotsOfReceipt(app, receiptId) : []
  const sums = await sumsOf(app, ids)
  return {
    lot,
    family,
    delivery: delivery ?? null,
    otherLots: others.filter(({ id }) => !ids.includes(id)),
    used: await usedIn(app, ids),
    wasted: sums.get('waste') ?? 0,
    returned: sums.get('return') ?? 0,
  }
}

async function deliveryOf(app: App, receiptId: string) {
  const [found] = await app.db
    .select({
      orderId: purchaseOrders.id,
      orderNumber: purchaseOrders.number,
      receiptId: receipts.id,
      receivedAt: receipts.receivedAt,
    })
    .from(receipts)
    .innerJoin(purchaseOrders, eq(purchaseOrders.id, receipts.purchaseOrderId))
    .where(eq(receipts.id, receiptId))
  return found
}

/** What left for each reason, base units. */
async function sumsOf(app: App, lotIds: readonly string[]): Promise<ReadonlyMap<string, number>> {
  const rows = await app.db
    .select({ reason: stockMoves.reason, sum: sql<number>`-sum(${stockMoves.delta})::int` })
    .from(stockMoves)
    .where(inArray(stockMoves.lotId, [...lotIds]))
    .groupBy(stockMoves.reason)
  return new Map(rows.map(({ reason, sum }) => [reason, sum]))
}

async function usedIn(app: App, lotIds: readonly string[]): Promise<Used[]> {
  const { rows } = await app.db.execute<{ batchId: string; quantity: number }>(sql`
    select ref as "batchId", -sum(delta)::int as quantity from ${stockMoves}
    where lot_id = any(${sql.param([...lotIds])}) and reason = 'issue' group by ref order by ref`)
  return rows
}
