import { and, asc, desc, eq } from 'drizzle-orm'
import type { App } from '../../platform/app'
import { audit } from '../../platform/schema'
import { mostReceivable, stillToCome } from '../domain/purchase-order'
import { purchaseOrderLines, purchaseOrders, sendings } from '../schema/purchasing'
import { receiptLines, receipts } from '../schema/receiving'
import { certificates, ingredients, suppliers } from '../schema/supply'

/** One order with everything about it: lines, receipts, its way to the supplier and who did what. */
export async function orderDetail(app: App, id: string) {
  const [found] = await app.db
    .select({ order: purchaseOrders, supplier: suppliers })
    .from(purchaseOrders)
    .innerJoin(suppliers, eq(suppliers.id, purchaseOrders.supplierId))
    .where(eq(purchaseOrders.id, id))
  if (!found) return undefined
  const { order, supplier } = found
  return {
    ...order,
    supplier,
    lines: await linesOf(app, id),
    receipts: await receiptsOf(app, id),
    timeline: await timelineOf(app, id),
    sending: await sendingOf(app, id),
    certificateValidTo: await certificateEnd(app, order.supplierId),
  }
}

async function linesOf(app: App, purchaseOrderId: string) {
  const rows = await app.db
    .select({ line: purchaseOrderLines, ingredient: ingredients })
    .from(purchaseOrderLines)
    .innerJoin(ingredients, eq(ingredients.id, purchaseOrderLines.ingredientId))
    .where(eq(purchaseOrderLines.purchaseOrderId, purchaseOrderId))
    .orderBy(asc(purchaseOrderLines.ingredientId))
  return rows.map(({ line, ingredient: { name, unit, storage } }) => ({
    ...line,
    ingredient: name,
    unit,
    storage,
    toCome: stillToCome(line),
    most: Math.max(0, mostReceivable(line.packs * line.packSize) - line.receivedQuantity),
  }))
}

async function receiptsOf(app: App, purchaseOrderId: string) {
  const rows = await app.db
    .select({ receipt: receipts, line: receiptLines })
    .from(receipts)
    .innerJoin(receiptLines, eq(receiptLines.receiptId, receipts.id))
    .where(eq(receipts.purchaseOrderId, purchaseOrderId))
    .orderBy(asc(receipts.receivedAt), asc(receiptLines.id))
  return rows.map(({ receipt: { receivedAt, receivedBy }, line }) => ({ ...line, receivedAt, receivedBy }))
}

const timelineOf = (app: App, purchaseOrderId: string) =>
  app.db
    .select({ at: audit.at, actorId: audit.actorId, action: audit.action, detail: audit.detail })
    .from(audit)
    .where(eq(audit.subject, purchaseOrderId))
    .orderBy(asc(audit.at), asc(audit.id))

async function sendingOf(app: App, purchaseOrderId: string) {
  const [sending] = await app.db.select().from(sendings).where(eq(sendings.purchaseOrderId, purchaseOrderId))
  return sending ?? null
}

/** The day the supplier's longest papers end; null when there are none. */
async function certificateEnd(app: App, supplierId: string): Promise<string | null> {
  const [last] = await app.db
    .select({ validTo: certificates.validTo })
    .from(certificates)
    .where(and(eq(certificates.supplierId, supplierId)))
    .orderBy(desc(certificates.validTo))
    .limit(1)
  return last?.validTo ?? null
}
