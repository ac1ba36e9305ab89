import { and, asc, eq, inArray, sql } from 'drizzle-orm'
import { Refusal } from '../../kernel/refusal'
import { dateIn, type ServiceDate } from '../../kernel/time'
import type { App } from '../../platform/app'
import { note } from '../../platform/audit'
import type { Tx } from '../../platform/database'
import { newId } from '../../platform/id'
import { publish } from '../../platform/outbox'
import { tell } from '../../platform/realtime'
import { costPerThousand, mostReceivable, stillToCome } from '../domain/purchase-order'
import { GoodsReceived } from '../events'
import { lockOrder, orderTold } from '../purchasing/lock-order'
import { purchaseOrderLines, purchaseOrders } from '../schema/purchasing'
import { receiptLines, receipts } from '../schema/receiving'
import { lots, stockMoves } from '../schema/stock'
import { ingredients, suppliers } from '../schema/supply'

export interface ReceivedLine {
  readonly lineId: string
  /** Good goods, in the unit given, which must be the ingredient's own. */
  readonly quantity: number
  readonly unit: 'g' | 'ml' | 'piece'
  readonly lotCode: string
  readonly expiresOn: ServiceDate
  /** Sent back, in the same unit, with the reason. */
  readonly rejected: number
  readonly rejectReason?: string | undefined
  /** Tenths of a degree Celsius. */
  readonly temperature?: number | undefined
}

export interface ReceiveGoods {
  readonly purchaseOrderId: string
  readonly receivedBy: string
  readonly lines: readonly ReceivedLine[]
  /** Nothing more will come: the order closes whatever is missing. */
  readonly final: boolean
}

type OrderLine = typeof purchaseOrderLines.$inferSelect & Pick<typeof ingredients.$inferSelect, 'unit' | 'storage'>

/** Put what came on the shelf: lots, stock moves, the order's progress and the fact, all or nothing. */
export const receiveGoods = (app: App, input: ReceiveGoods): Promise<{ receiptId: string; status: string }> =>
  app.db.transaction(async (tx) => {
    const order = await lockOrder(tx, input.purchaseOrderId, 'receive')
    const { operatorId, siteId, supplierId } = order
    const ordered = await orderedLines(tx, order.id)
    const today = dateIn(await zoneOf(tx, supplierId), app.now())
    for (const line of input.lines) check(line, ordered.get(line.lineId), today)

    const at = app.now()
    const receiptId = newId('rcp')
    await tx
      .insert(receipts)
      .values({ id: receiptId, operatorId, purchaseOrderId: order.id, receivedAt: at, receivedBy: input.receivedBy })
    for (const received of input.lines) {
      const line = ordered.get(received.lineId)
      if (!line) continue
      await progress(tx, line, received)
      const { lotCode, expiresOn, quantity, rejected, rejectReason = null, temperature = null } = received
      const { ingredientId } = line
      const id = newId('rcl')
      await tx.insert(receiptLines).values({
        id,
        receiptId,
        lineId: line.id,
        ingredientId,
        lotCode,
        expiresOn,
        quantity,
        rejected,
        rejectReason,
        temperature,
      })
      if (quantity === 0) continue
      const lot = {
        id: newId('lot'),
        operatorId,
        siteId,
        ingredientId,
        supplierId,
        code: lotCode,
        expiresOn,
        receivedQuantity: quantity,
        quantity,
        costPerThousand: costPerThousand(line.priceMinor, line.packSize),
        receivedAt: at,
        receiptId,
      }
      await tx.insert(lots).values(lot)
      await tx.insert(stockMoves).values({ operatorId, lotId: lot.id, delta: quantity, reason: 'receipt', ref: id, at })
    }

    const status = await settle(app, tx, order.id, input.final)
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

async function orderedLines(tx: Tx, purchaseOrderId: string): Promise<Map<string, OrderLine>> {
  const rows = await tx
    .select({ line: purchaseOrderLines, unit: ingredients.unit, storage: ingredients.storage })
    .from(purchaseOrderLines)
    .innerJoin(ingredients, eq(ingredients.id, purchaseOrderLines.ingredientId))
    .where(eq(purchaseOrderLines.purchaseOrderId, purchaseOrderId))
    .orderBy(asc(purchaseOrderLines.id))
  return new Map(rows.map(({ line, unit, storage }) => [line.id, { ...line, unit, storage }]))
}

async function zoneOf(tx: Tx, supplierId: string): Promise<string> {
  const [supplier] = await tx.select({ zone: suppliers.zone }).from(suppliers).where(eq(suppliers.id, supplierId))
  return supplier?.zone ?? 'UTC'
}

function check(received: ReceivedLine, line: OrderLine | undefined, today: ServiceDate): void {
  if (!line) throw new Refusal('not_found')
  if (received.unit !== line.unit) throw new Refusal('unit_mismatch', { unit: line.unit })
  if (received.quantity > 0 && received.expiresOn < today) throw new Refusal('goods_expired', { lot: received.lotCode })
  if (received.rejected > 0 && !received.rejectReason) throw new Refusal('reject_reason_required')
  const cold = line.storage !== 'ambient'
  if (cold && received.quantity > 0 && received.temperature === undefined) throw new Refusal('temperature_required')
}

/** The tolerance is part of the update, so that two receipts cannot each take the last of it. */
async function progress(tx: Tx, line: OrderLine, { quantity, rejected }: ReceivedLine): Promise<void> {
  const most = mostReceivable(line.packs * line.packSize)
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

async function settle(app: App, tx: Tx, orderId: string, final: boolean): Promise<'closed' | 'part_received'> {
  const lines = await tx.select().from(purchaseOrderLines).where(eq(purchaseOrderLines.purchaseOrderId, orderId))
  const status = final || lines.every((line) => stillToCome(line) === 0) ? 'closed' : 'part_received'
  await tx
    .update(purchaseOrders)
    .set({ status, ...(status === 'closed' ? { closedAt: app.now() } : {}) })
    .where(inArray(purchaseOrders.id, [orderId]))
  return status
}
