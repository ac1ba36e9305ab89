import { and, asc, eq, gt, isNull, sql } from 'drizzle-orm'
import type { App } from '../../platform/app'
import { note } from '../../platform/audit'
import { tell } from '../../platform/realtime'
import { handOver, type IntakeMessage } from '../../platform/supplier-intake'
import { orderTold } from './lock-order'
import { purchaseOrderLines, purchaseOrders, sendings } from '../schema/purchasing'
import { ingredients, suppliers } from '../schema/supply'

/**
 * Bring an approved order to its supplier: to the supplier's own system when there is one, else onto the supplier's
 * page. The row is written first, the effect happens outside, its end is noted after: killed in between, it is sent
 * again under the same number.
 */
export async function sendPurchaseOrder(app: App, { purchaseOrderId }: { purchaseOrderId: string }): Promise<void> {
  const letter = await open(app, purchaseOrderId)
  if (!letter) return
  if (letter.intakeUrl) await handOver(letter.intakeUrl, letter.message)
  await close(app, purchaseOrderId)
}

/** Undefined when there is nothing to send: sent already, or called off meanwhile. */
const open = (
  app: App,
  purchaseOrderId: string,
): Promise<{ intakeUrl: string | null; message: IntakeMessage } | undefined> =>
  app.db.transaction(async (tx) => {
    const [order] = await tx
      .select({ number: purchaseOrders.number, deliverOn: purchaseOrders.deliverOn, intakeUrl: suppliers.intakeUrl })
      .from(purchaseOrders)
      .innerJoin(suppliers, eq(suppliers.id, purchaseOrders.supplierId))
      .where(and(eq(purchaseOrders.id, purchaseOrderId), eq(purchaseOrders.status, 'approved')))
    if (!order) return undefined
    const channel = order.intakeUrl ? ('intake' as const) : ('portal' as const)
    await tx
      .insert(sendings)
      .values({ purchaseOrderId, channel, attempts: 1, startedAt: app.now() })
      .onConflictDoUpdate({ target: sendings.purchaseOrderId, set: { attempts: sql`${sendings.attempts} + 1` } })
    const lines = await tx
      .select({
        item: ingredients.id,
        packs: purchaseOrderLines.packs,
        packSize: purchaseOrderLines.packSize,
        unit: ingredients.unit,
      })
      .from(purchaseOrderLines)
      .innerJoin(ingredients, eq(ingredients.id, purchaseOrderLines.ingredientId))
      .where(and(eq(purchaseOrderLines.purchaseOrderId, purchaseOrderId), gt(purchaseOrderLines.packs, 0)))
      .orderBy(asc(purchaseOrderLines.id))
    return { intakeUrl: order.intakeUrl, message: { number: order.number, deliverOn: order.deliverOn, lines } }
  })

/** Noted once, by whoever comes first. */
const close = (app: App, purchaseOrderId: string): Promise<void> =>
  app.db.transaction(async (tx) => {
    const sentAt = app.now()
    await tx
      .update(sendings)
      .set({ sentAt })
      .where(and(eq(sendings.purchaseOrderId, purchaseOrderId), isNull(sendings.sentAt)))
    const [order] = await tx
      .update(purchaseOrders)
      .set({ status: 'sent', sentAt })
      .where(and(eq(purchaseOrders.id, purchaseOrderId), eq(purchaseOrders.status, 'approved')))
      .returning()
    if (!order) return
    const { operatorId } = order
    await note({ ...app, db: tx }, { operatorId, actorId: 'worker', action: 'procurement.send', subject: order.id })
    await tell(tx, orderTold(order))
  })
