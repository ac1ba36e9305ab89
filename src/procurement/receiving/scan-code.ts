import { and, eq } from 'drizzle-orm'
import { Refusal } from '../../kernel/refusal'
import type { App } from '../../platform/app'
import { type Gs1, readGs1 } from '../domain/gs1'
import type { PurchaseOrder } from '../purchasing/lock-order'
import { supplierToday } from '../purchasing/supplier-day'
import { purchaseOrderLines, purchaseOrders } from '../schema/purchasing'
import { itemCodes } from '../schema/receiving'
import { ingredients } from '../schema/supply'

type Line = typeof purchaseOrderLines.$inferSelect
type Unit = 'g' | 'ml' | 'piece'

/** What was scanned and which line of the order it belongs to. @throws Refusal `not_found`, `unreadable_code` */
export async function scanCode(app: App, purchaseOrderId: string, code: string) {
  const [order] = await app.db.select().from(purchaseOrders).where(eq(purchaseOrders.id, purchaseOrderId))
  if (!order) throw new Refusal('not_found')
  const { today } = await supplierToday(app, app.db, order.supplierId)
  const scan = readGs1(code, today)
  if (!scan) throw new Refusal('unreadable_code')
  const found = await lineFor(app, order, scan)
  return { scan, ...(found ?? { lineId: null, ingredient: null, unit: null, quantity: null }) }
}

async function lineFor(app: App, order: PurchaseOrder, scan: Gs1) {
  const ingredientId = scan.item ?? (scan.gtin ? await itemOf(app, order.operatorId, scan.gtin) : undefined)
  if (!ingredientId) return undefined
  const [found] = await app.db
    .select({ line: purchaseOrderLines, name: ingredients.name, unit: ingredients.unit })
    .from(purchaseOrderLines)
    .innerJoin(ingredients, eq(ingredients.id, purchaseOrderLines.ingredientId))
    .where(and(eq(purchaseOrderLines.purchaseOrderId, order.id), eq(purchaseOrderLines.ingredientId, ingredientId)))
  if (!found) return undefined
  const { line, name, unit } = found
  return { lineId: line.id, ingredient: name, unit, quantity: quantityOf(scan, line, unit) }
}

async function itemOf(app: App, operatorId: string, gtin: string): Promise<string | undefined> {
  const [known] = await app.db
    .select({ ingredientId: itemCodes.ingredientId })
    .from(itemCodes)
    .where(and(eq(itemCodes.operatorId, operatorId), eq(itemCodes.gtin, gtin)))
  return known?.ingredientId
}

/** By weight where it is weighed; by count of packs, which is how our own labels count, or of pieces; else one pack. Base units. */
function quantityOf(scan: Gs1, { packSize }: Line, unit: Unit): number {
  if (unit === 'g' && scan.netGrams !== null) return scan.netGrams
  const ours = scan.item !== null
  if (scan.pieces !== null && unit === 'piece' && !ours) return scan.pieces
  return (scan.count ?? scan.pieces ?? 1) * packSize
}
