import { and, asc, desc, eq, sql } from 'drizzle-orm'
import type { App } from '../../platform/app'
import { audit } from '../../platform/schema'
import { orderBy } from '../domain/delivery-calendar'
import { mostReceivable, stillToCome, USUAL_OVER_DELIVERY_BPS } from '../domain/purchase-order'
import { approvalsNeeded } from '../domain/rules'
import { temperatureRange } from '../domain/storage'
import { tolerances } from '../schema/papers'
import { approvals, purchaseOrderLines, purchaseOrders, sendings } from '../schema/purchasing'
import { receiptLines, receipts } from '../schema/receiving'
import { certificates, ingredients, suppliers } from '../schema/supply'
import { lapsedAt } from './list-orders'
import { rulesOf } from './read-rules'

/** One order with everything about it: lines, receipts, its way to the supplier, who stands behind it and who did what. */
export async function orderDetail(app: App, id: string) {
  const [found] = await app.db
    .select({ order: purchaseOrders, supplier: suppliers, lapsed: lapsedAt(app.now()) })
    .from(purchaseOrders)
    .innerJoin(suppliers, eq(suppliers.id, purchaseOrders.supplierId))
    .where(eq(purchaseOrders.id, id))
  if (!found) return undefined
  const { order, supplier, lapsed } = found
  const approvedBy = await approvalsOf(app, order.id, order.totalMinor)
  const needed = approvalsNeeded(order.totalMinor, await rulesOf(app.db, order.operatorId))
  return {
    ...order,
    supplier,
    lapsed,
    approvedBy,
    approvals: { needed, given: approvedBy.length },
    /** The last moment at which the supplier takes an order for that day; the day itself where it does not work. */
    orderBy: orderBy(supplier, order.deliverOn) ?? order.proposedAt,
    lines: await linesOf(app, id, supplier.id),
    receipts: await receiptsOf(app, id),
    timeline: await timelineOf(app, id),
    sending: await sendingOf(app, id),
    certificateValidTo: await certificateEnd(app, order.supplierId),
  }
}

const approvalsOf = (app: App, purchaseOrderId: string, totalMinor: number) =>
  app.db
    .select({ personId: approvals.personId, at: approvals.at })
    .from(approvals)
    .where(and(eq(approvals.purchaseOrderId, purchaseOrderId), eq(approvals.totalMinor, totalMinor)))
    .orderBy(asc(approvals.at))

async function linesOf(app: App, purchaseOrderId: string, supplierId: string) {
  const rows = await app.db
    .select({
      line: purchaseOrderLines,
      ingredient: ingredients,
      overDeliveryBps: sql<number>`coalesce(${tolerances.overDeliveryBps}, ${USUAL_OVER_DELIVERY_BPS})::int`,
    })
    .from(purchaseOrderLines)
    .innerJoin(ingredients, eq(ingredients.id, purchaseOrderLines.ingredientId))
    .leftJoin(
      tolerances,
      and(eq(tolerances.ingredientId, purchaseOrderLines.ingredientId), eq(tolerances.supplierId, supplierId)),
    )
    .where(eq(purchaseOrderLines.purchaseOrderId, purchaseOrderId))
    .orderBy(asc(purchaseOrderLines.ingredientId))
  return rows.map(({ line, ingredient: { name, unit, storage }, overDeliveryBps }) => ({
    ...line,
    ingredient: name,
    unit,
    storage,
    toCome: stillToCome(line),
    most: Math.max(0, mostReceivable(line.packs * line.packSize, overDeliveryBps) - line.receivedQuantity),
    temperatureRange: temperatureRange(storage),
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
    .where(eq(certificates.supplierId, supplierId))
    .orderBy(desc(certificates.validTo))
    .limit(1)
  return last?.validTo ?? null
}
