import { and, asc, eq, sql } from 'drizzle-orm'
import { Refusal } from '../../kernel/refusal'
import type { App } from '../../platform/app'
import { note } from '../../platform/audit'
import type { Tx } from '../../platform/database'
import { newId } from '../../platform/id'
import { publish } from '../../platform/outbox'
import { tell } from '../../platform/realtime'
import { mostReceivable, stillToCome, USUAL_OVER_DELIVERY_BPS } from '../domain/purchase-order'
import { isOutOfRange } from '../domain/storage'
import { GoodsReceived } from '../events'
import { openGaps } from '../gaps/open-gaps'
import { lockOrder, orderTold, type PurchaseOrder } from '../purchasing/lock-order'
import { requirePapers } from '../purchasing/require-papers'
import { supplierToday } from '../purchasing/supplier-day'
import { tolerances } from '../schema/papers'
import { purchaseOrderLines, purchaseOrders } from '../schema/purchasing'
import { itemCodes, receiptLines, receipts } from '../schema/receiving'
import { ingredients } from '../schema/supply'
import { checkArrival, type OrderedLine, type ReceivedLine } from './check-arrival'
import { shelve } from './shelve'

export type { ReceivedLine } from './check-arrival'

export interface ReceiveGoods {
  readonly purchaseOrderId: string
  readonly receivedBy: string
  readonly lines: readonly ReceivedLine[]
  /** Nothing more will come: the order closes whatever is missing. */
  readonly final: boolean
}

/**
 * Put what came on the shelf: lots, stock moves, the order's progress and the fact, all or nothing. What was sent back, or
 * is missing at the end, is planned anew. @throws Refusal as in `checkArrival`, `certificate_expired`, `over_delivery`
 */
export const receiveGoods = (app: App, input: ReceiveGoods): Promise<{ receiptId: string; status: string }> =>
  app.db.transaction(async (tx) => {
    const order = await lockOrder(tx, input.purchaseOrderId, 'receive')
    const { operatorId, siteId } = order
    const ordered = await orderedLines(tx, order)
    const { today } = await supplierToday(app, tx, order.supplierId)
    const arrived = input.lines.map((received) => checkArrival(received, ordered.get(received.lineId), today))
    if (arrived.some(({ received }) => received.quantity > 0)) await requirePapers(tx, order.supplierId, today)

    const receiptId = newId('rcp')
    await tx.insert(receipts).values({
      id: receiptId,
      operatorId,
      purchaseOrderId: order.id,
      receivedAt: app.now(),
      receivedBy: input.receivedBy,
    })
    for (const { line, received } of arrived) {
      await progress(tx, line, received)
      const id = newId('rcl')
      await tx.insert(receiptLines).values(receiptLine(id, receiptId, line, received))
      await shelve(app, tx, { order, line, received, receiptId, ref: id })
      if (received.gtin) await learnCode(tx, order, line, received.gtin)
    }

    const status = await settle(app, tx, order, receiptId, input.final)
    await publish(tx, GoodsReceived, { receiptId, purchaseOrderId: order.id, operatorId, siteId })
    await note(
      { ...app, db: tx },
      {
        operatorId,
        actorId: input.receivedBy,
        action: 'procurement.receive-goods',
        subject: order.id,
        detail: { receiptId, status, lines: input.lines.length },
      },
    )
    await tell(tx, orderTold({ ...order, status }))
    return { receiptId, status }
  })

async function orderedLines(tx: Tx, order: PurchaseOrder): Promise<Map<string, OrderedLine>> {
  const rows = await tx
    .select({
      line: purchaseOrderLines,
      unit: ingredients.unit,
      storage: ingredients.storage,
      overDeliveryBps: sql<number>`coalesce(${tolerances.overDeliveryBps}, ${USUAL_OVER_DELIVERY_BPS})::int`,
    })
    .from(purchaseOrderLines)
    .innerJoin(ingredients, eq(ingredients.id, purchaseOrderLines.ingredientId))
    .leftJoin(
      tolerances,
      and(eq(tolerances.ingredientId, purchaseOrderLines.ingredientId), eq(tolerances.supplierId, order.supplierId)),
    )
    .where(eq(purchaseOrderLines.purchaseOrderId, order.id))
    .orderBy(asc(purchaseOrderLines.id))
  return new Map(rows.map(({ line, ...item }) => [line.id, { ...line, ...item }]))
}

function receiptLine(id: string, receiptId: string, line: OrderedLine, received: ReceivedLine) {
  const { lotCode, expiresOn, quantity, rejected, rejectReason = null, temperature = null, photoId = null } = received
  const outOfRange = isOutOfRange(line.storage, temperature) ?? null
  const what = { lotCode, expiresOn, quantity, rejected, rejectReason, temperature, outOfRange, photoId }
  return { id, receiptId, lineId: line.id, ingredientId: line.ingredientId, ...what }
}

/** The tolerance is part of the update, so that two receipts cannot each take the last of it. */
async function progress(tx: Tx, line: OrderedLine, { quantity, rejected }: ReceivedLine): Promise<void> {
  const most = mostReceivable(line.packs * line.packSize, line.overDeliveryBps)
  const taken = await tx
    .update(purchaseOrderLines)
    .set({
      receivedQuantity: sql`${purchaseOrderLines.receivedQuantity} + ${quantity}`,
      rejectedQuantity: sql`${purchaseOrderLines.rejectedQuantity} + ${rejected}`,
    })
    .where(
      and(eq(purchaseOrderLines.id, line.id), sql`${purchaseOrderLines.receivedQuantity} + ${quantity} <= ${most}`),
    )
    .returning({ id: purchaseOrderLines.id })
  if (taken.length === 0) throw new Refusal('over_delivery', { most: most - line.receivedQuantity, unit: line.unit })
}

/** The next scan of this box is known; a code that stands for something else meanwhile is put right. */
const learnCode = (tx: Tx, { operatorId, supplierId }: PurchaseOrder, { ingredientId }: OrderedLine, gtin: string) =>
  tx
    .insert(itemCodes)
    .values({ operatorId, gtin, ingredientId, supplierId })
    .onConflictDoUpdate({ target: [itemCodes.operatorId, itemCodes.gtin], set: { ingredientId, supplierId } })

/** Closed when nothing more will come; what is missing then, and what was sent back now, is a gap. */
async function settle(
  app: App,
  tx: Tx,
  order: PurchaseOrder,
  receiptId: string,
  final: boolean,
): Promise<'closed' | 'part_received'> {
  const lines = await tx.select().from(purchaseOrderLines).where(eq(purchaseOrderLines.purchaseOrderId, order.id))
  const status = final || lines.every((line) => stillToCome(line) === 0) ? 'closed' : 'part_received'
  await tx
    .update(purchaseOrders)
    .set({ status, ...(status === 'closed' ? { closedAt: app.now() } : {}) })
    .where(eq(purchaseOrders.id, order.id))
  const sentBack = await tx
    .select({
      lineId: receiptLines.lineId,
      ingredientId: receiptLines.ingredientId,
      quantity: sql<number>`sum(${receiptLines.rejected})::int`,
    })
    .from(receiptLines)
    .where(eq(receiptLines.receiptId, receiptId))
    .groupBy(receiptLines.lineId, receiptLines.ingredientId)
  await openGaps(
    app,
    tx,
    order,
    receiptId,
    sentBack.map((line) => ({ ...line, cause: 'rejected' as const })),
  )
  if (status === 'closed') await openGaps(app, tx, order, `close:${order.id}`, lines.map(missing))
  return status
}

const missing = (line: typeof purchaseOrderLines.$inferSelect) => ({
  lineId: line.id,
  ingredientId: line.ingredientId,
  quantity: stillToCome(line),
  cause: 'missing' as const,
})
