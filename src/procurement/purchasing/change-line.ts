import { and, eq } from 'drizzle-orm'
import { Refusal } from '../../kernel/refusal'
import type { App } from '../../platform/app'
import { note } from '../../platform/audit'
import { tell } from '../../platform/realtime'
import { packPrice } from '../domain/pack-terms'
import { lockOrder, orderTold, sumUp } from './lock-order'
import { purchaseOrderLines } from '../schema/purchasing'
import { supplyTerms } from '../schema/supply'

export interface ChangeLine {
  readonly purchaseOrderId: string
  readonly lineId: string
  readonly packs: number
  readonly changedBy: string
}

/**
 * Order another number of packs than proposed; 0 leaves the line out. The price follows the supplier's breaks.
 * @throws Refusal `order_not_in_state`, `packs_not_sold` below the minimum or off the multiple
 */
export const changeLine = (app: App, { purchaseOrderId, lineId, packs, changedBy }: ChangeLine): Promise<void> =>
  app.db.transaction(async (tx) => {
    const order = await lockOrder(tx, purchaseOrderId, 'change')
    const [found] = await tx
      .select({ line: purchaseOrderLines, terms: supplyTerms })
      .from(purchaseOrderLines)
      .innerJoin(
        supplyTerms,
        and(
          eq(supplyTerms.ingredientId, purchaseOrderLines.ingredientId),
          eq(supplyTerms.supplierId, order.supplierId),
        ),
      )
      .where(and(eq(purchaseOrderLines.id, lineId), eq(purchaseOrderLines.purchaseOrderId, order.id)))
    if (!found) throw new Refusal('not_found')
    const { line, terms } = found
    const sold = packs === 0 || (packs >= terms.minimumPacks && packs % terms.multiplePacks === 0)
    if (!sold) throw new Refusal('packs_not_sold', { minimum: terms.minimumPacks, multiple: terms.multiplePacks })

    await tx
      .update(purchaseOrderLines)
      .set({ packs, priceMinor: packPrice(packs, terms), changedAt: app.now() })
      .where(eq(purchaseOrderLines.id, line.id))
    await sumUp(tx, order.id)
    const { operatorId } = order
    await note(
      { ...app, db: tx },
      {
        operatorId,
        actorId: changedBy,
        action: 'procurement.change-line',
        subject: order.id,
        detail: { lineId, from: line.packs, to: packs },
      },
    )
    await tell(tx, orderTold(order))
  })
