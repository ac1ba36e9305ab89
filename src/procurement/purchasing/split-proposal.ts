import { and, eq, inArray, sql } from 'drizzle-orm'
import { Refusal } from '../../kernel/refusal'
import type { ServiceDate } from '../../kernel/time'
import type { App } from '../../platform/app'
import { note } from '../../platform/audit'
import type { Tx } from '../../platform/database'
import { newId } from '../../platform/id'
import { tell } from '../../platform/realtime'
import { deliversOn } from '../domain/delivery-calendar'
import { packPrice } from '../domain/pack-terms'
import { purchaseOrderLines, purchaseOrders } from '../schema/purchasing'
import { supplyTerms } from '../schema/supply'
import { lockOrder, orderTold, type PurchaseOrder, sumUp } from './lock-order'
import { nextNumber } from './next-number'
import { supplierToday } from './supplier-day'

export interface SplitProposal {
  readonly purchaseOrderId: string
  /** One of the two, or both, differ from the proposal's own. */
  readonly deliverOn?: ServiceDate | undefined
  readonly supplierId?: string | undefined
  readonly lines: readonly { readonly lineId: string; readonly packs: number }[]
  readonly splitBy: string
}

type Line = typeof purchaseOrderLines.$inferSelect
type Terms = typeof supplyTerms.$inferSelect

/**
 * Move packs of a proposal to another delivery day or another supplier. What moves joins the proposal that stands for
 * that delivery, or opens one with a number of its own; plans leave both lines alone from then on.
 * @throws Refusal `order_not_in_state`, `nothing_moved`, `delivery_day_passed`, `not_a_delivery_day`, `more_than_ordered`,
 * `packs_not_sold` when either part is not what its supplier sells, `not_sold_by_supplier`
 */
export const splitProposal = (app: App, input: SplitProposal): Promise<{ otherId: string }> =>
  app.db.transaction(async (tx) => {
    const order = await lockOrder(tx, input.purchaseOrderId, 'change')
    const to = { supplierId: input.supplierId ?? order.supplierId, deliverOn: input.deliverOn ?? order.deliverOn }
    if (to.supplierId === order.supplierId && to.deliverOn === order.deliverOn) throw new Refusal('nothing_moved')
    const { supplier, today } = await supplierToday(app, tx, to.supplierId)
    if (supplier.operatorId !== order.operatorId) throw new Refusal('not_found')
    if (to.deliverOn < today) throw new Refusal('delivery_day_passed', { deliverOn: to.deliverOn })
    if (!deliversOn(supplier, to.deliverOn)) throw new Refusal('not_a_delivery_day', { deliverOn: to.deliverOn })

    const standing = new Map((await linesOf(tx, order.id)).map((line) => [line.id, line]))
    const terms = await termsOf(tx, [order.supplierId, to.supplierId], [...standing.values()])
    const other = await proposalAt(app, tx, order, to, today)
    for (const { lineId, packs } of input.lines) {
      const line = standing.get(lineId)
      if (!line) throw new Refusal('not_found')
      await take(app, tx, line, packs, terms(order.supplierId, line))
      await put(app, tx, other, line, packs, terms(to.supplierId, line))
    }
    await sumUp(tx, order.id)
    await sumUp(tx, other.id)
    for (const [subject, detail] of [
      [order.id, { to: other.number, lines: input.lines.length }],
      [other.id, { from: order.number, lines: input.lines.length }],
    ] as const)
      await note(
        { ...app, db: tx },
        { operatorId: order.operatorId, actorId: input.splitBy, action: 'procurement.split', subject, detail },
      )
    await tell(tx, [...orderTold(order), ...orderTold(other)])
    return { otherId: other.id }
  })

const linesOf = (tx: Tx, orderId: string): Promise<Line[]> =>
  tx.select().from(purchaseOrderLines).where(eq(purchaseOrderLines.purchaseOrderId, orderId))

async function termsOf(tx: Tx, supplierIds: string[], lines: readonly Line[]) {
  const items = lines.map(({ ingredientId }) => ingredientId)
  const rows = await tx
    .select()
    .from(supplyTerms)
    .where(and(inArray(supplyTerms.supplierId, supplierIds), inArray(supplyTerms.ingredientId, items)))
  return (supplierId: string, { ingredientId }: Line): Terms => {
    const found = rows.find((row) => row.supplierId === supplierId && row.ingredientId === ingredientId)
    if (!found) throw new Refusal('not_sold_by_supplier')
    return found
  }
}

/** The unique key lets one proposal stand for a delivery: whoever comes second finds the first one's. */
async function proposalAt(
  app: App,
  tx: Tx,
  { operatorId, siteId, reviewId }: PurchaseOrder,
  { supplierId, deliverOn }: { supplierId: string; deliverOn: ServiceDate },
  today: ServiceDate,
): Promise<PurchaseOrder> {
  const there = and(
    eq(purchaseOrders.supplierId, supplierId),
    eq(purchaseOrders.siteId, siteId),
    eq(purchaseOrders.deliverOn, deliverOn),
    eq(purchaseOrders.status, 'proposed'),
  )
  const find = async () => (await tx.select().from(purchaseOrders).where(there).for('update'))[0]
  const found = await find()
  if (found) return found
  const [opened] = await tx
    .insert(purchaseOrders)
    .values({
      id: newId('po'),
      number: await nextNumber(tx, operatorId, today),
      operatorId,
      supplierId,
      siteId,
      deliverOn,
      status: 'proposed',
      totalMinor: 0,
      // one order a review and delivery: a delivery called off before makes room under a name of its own
      reviewId: `${reviewId}:${newId('split')}`,
      proposedAt: app.now(),
    })
    .onConflictDoNothing()
    .returning()
  const order = opened ?? (await find())
  if (!order) throw new Refusal('conflict')
  return order
}

/** Zero leaves the line out; what is left must still be what the supplier sells. */
async function take(app: App, tx: Tx, line: Line, packs: number, terms: Terms): Promise<void> {
  if (packs > line.packs) throw new Refusal('more_than_ordered', { packs: line.packs })
  const left = line.packs - packs
  requireSold(left, terms)
  await tx
    .update(purchaseOrderLines)
    .set({ packs: left, priceMinor: packPrice(left, terms), changedAt: app.now() })
    .where(eq(purchaseOrderLines.id, line.id))
}

/** As much as was taken, in the packs of whoever brings it now: rounded up to what is sold. */
async function put(app: App, tx: Tx, other: PurchaseOrder, line: Line, packs: number, terms: Terms): Promise<void> {
  const wanted = Math.ceil((packs * line.packSize) / terms.packSize)
  const sold = Math.ceil(Math.max(wanted, terms.minimumPacks) / terms.multiplePacks) * terms.multiplePacks
  const [written] = await tx
    .insert(purchaseOrderLines)
    .values({
      id: newId('pol'),
      purchaseOrderId: other.id,
      ingredientId: line.ingredientId,
      packs: sold,
      packSize: terms.packSize,
      packName: terms.packName,
      priceMinor: packPrice(sold, terms),
      changedAt: app.now(),
      reason: line.reason,
    })
    .onConflictDoUpdate({
      target: [purchaseOrderLines.purchaseOrderId, purchaseOrderLines.ingredientId],
      set: { packs: sql`${purchaseOrderLines.packs} + ${sold}`, changedAt: app.now() },
    })
    .returning()
  if (written && written.packs !== sold)
    await tx
      .update(purchaseOrderLines)
      .set({ priceMinor: packPrice(written.packs, terms) })
      .where(eq(purchaseOrderLines.id, written.id))
}

function requireSold(packs: number, { minimumPacks, multiplePacks }: Terms): void {
  if (packs === 0 || (packs >= minimumPacks && packs % multiplePacks === 0)) return
  throw new Refusal('packs_not_sold', { minimum: minimumPacks, multiple: multiplePacks })
}
