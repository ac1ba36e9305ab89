import { and, eq, sql } from 'drizzle-orm'
import type { ServiceDate } from '../../kernel/time'
import type { App } from '../../platform/app'
import { note } from '../../platform/audit'
import type { Tx } from '../../platform/database'
import { newId } from '../../platform/id'
import { packPrice } from '../domain/replenishment'
import { type PurchaseOrder, sumUp } from '../purchasing/lock-order'
import { nextNumber } from '../purchasing/next-number'
import type { Terms } from './read-facts'
import { type QuantityReason } from '../schema/planning'
import { purchaseOrderLines, purchaseOrders } from '../schema/purchasing'

/** One ingredient to buy, and why so much. */
export interface WantedLine {
  readonly ingredientId: string
  readonly terms: Terms
  readonly deliverOn: ServiceDate
  readonly packs: number
  readonly reason: QuantityReason
}

interface Review {
  readonly reviewId: string
  readonly operatorId: string
  readonly siteId: string
}

/** Puts what is wanted on the proposals for its deliveries, which are opened as needed. Answers how many lines it touched. */
export async function proposeLines(
  app: App,
  tx: Tx,
  review: Review,
  today: ServiceDate,
  wanted: readonly WantedLine[],
): Promise<number> {
  const deliveries = new Map<string, WantedLine[]>()
  for (const line of wanted) {
    const key = `${line.deliverOn} ${line.terms.supplierId}`
    deliveries.set(key, [...(deliveries.get(key) ?? []), line])
  }
  for (const [, lines] of [...deliveries].sort(([a], [b]) => (a < b ? -1 : 1))) {
    const [first] = lines
    if (!first) continue
    const order = await proposalFor(app, tx, review, today, first)
    await addLines(tx, order, lines)
    await sumUp(tx, order.id)
  }
  return wanted.length
}

/** The proposal that stands for this delivery, or a new one with the next number. */
async function proposalFor(
  app: App,
  tx: Tx,
  { reviewId, operatorId, siteId }: Review,
  today: ServiceDate,
  { terms: { supplierId }, deliverOn }: WantedLine,
): Promise<PurchaseOrder> {
  const [standing] = await tx
    .select()
    .from(purchaseOrders)
    .where(
      and(
        eq(purchaseOrders.supplierId, supplierId),
        eq(purchaseOrders.siteId, siteId),
        eq(purchaseOrders.deliverOn, deliverOn),
        eq(purchaseOrders.status, 'proposed'),
      ),
    )
    .for('update')
  if (standing) return standing
  const order = {
    id: newId('po'),
    number: await nextNumber(tx, operatorId, today),
    operatorId,
    supplierId,
    siteId,
    deliverOn,
    status: 'proposed' as const,
    totalMinor: 0,
    reviewId,
    proposedAt: app.now(),
  }
  const [opened] = await tx.insert(purchaseOrders).values(order).returning()
  if (!opened) throw new Error(`proposal ${order.id} was not written`)
  await note(
    { ...app, db: tx },
    { operatorId, actorId: 'worker', action: 'procurement.propose', subject: order.id, detail: { reviewId } },
  )
  return opened
}

/** Lines that stand already are raised by what is missing now, and priced anew. */
async function addLines(tx: Tx, order: PurchaseOrder, wanted: readonly WantedLine[]): Promise<void> {
  const written = await tx
    .insert(purchaseOrderLines)
    .values(
      wanted.map(({ ingredientId, terms, packs, reason }) => ({
        id: newId('pol'),
        purchaseOrderId: order.id,
        ingredientId,
        packs,
        packSize: terms.packSize,
        packName: terms.packName,
        priceMinor: packPrice(packs, terms),
        reason,
      })),
    )
    .onConflictDoUpdate({
      target: [purchaseOrderLines.purchaseOrderId, purchaseOrderLines.ingredientId],
      set: { packs: sql`${purchaseOrderLines.packs} + excluded.packs`, reason: sql`excluded.reason` },
    })
    .returning({
      id: purchaseOrderLines.id,
      packs: purchaseOrderLines.packs,
      ingredientId: purchaseOrderLines.ingredientId,
    })
  for (const { id, packs, ingredientId } of written) {
    const line = wanted.find((each) => each.ingredientId === ingredientId)
    if (!line || line.packs === packs) continue
    await tx
      .update(purchaseOrderLines)
      .set({ priceMinor: packPrice(packs, line.terms) })
      .where(eq(purchaseOrderLines.id, id))
  }
}
