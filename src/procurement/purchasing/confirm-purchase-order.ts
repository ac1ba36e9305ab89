import { asc, eq } from 'drizzle-orm'
import { Refusal } from '../../kernel/refusal'
import type { App } from '../../platform/app'
import { note } from '../../platform/audit'
import { tell } from '../../platform/realtime'
import { answerOf } from '../domain/purchase-order'
import { lockOrder, orderTold } from './lock-order'
import { purchaseOrderLines, purchaseOrders } from '../schema/purchasing'

export interface ConfirmPurchaseOrder {
  readonly purchaseOrderId: string
  readonly confirmedBy: string
  /** Packs the supplier can bring, for the lines that fall short; all others are confirmed as ordered. */
  readonly lines: readonly { readonly lineId: string; readonly packs: number }[]
}

/** The supplier's word: everything, or fewer. @throws Refusal `order_not_in_state`, `more_than_ordered` */
export const confirmPurchaseOrder = (
  app: App,
  { purchaseOrderId, confirmedBy, lines }: ConfirmPurchaseOrder,
): Promise<{ status: 'confirmed' | 'short' }> =>
  app.db.transaction(async (tx) => {
    const order = await lockOrder(tx, purchaseOrderId, 'confirm')
    const ordered = await tx
      .select()
      .from(purchaseOrderLines)
      .where(eq(purchaseOrderLines.purchaseOrderId, order.id))
      .orderBy(asc(purchaseOrderLines.id))
    const fewer = new Map(lines.map((line) => [line.lineId, line.packs]))
    if (lines.some((line) => !ordered.some(({ id }) => id === line.lineId))) throw new Refusal('not_found')

    const answered = ordered.map((line) => ({ ...line, confirmedPacks: fewer.get(line.id) ?? line.packs }))
    for (const { id, packs, confirmedPacks } of answered) {
      if (confirmedPacks > packs) throw new Refusal('more_than_ordered', { packs })
      await tx.update(purchaseOrderLines).set({ confirmedPacks }).where(eq(purchaseOrderLines.id, id))
    }
    const status = answerOf(answered)
    await tx.update(purchaseOrders).set({ status, confirmedAt: app.now() }).where(eq(purchaseOrders.id, order.id))
    const { operatorId } = order
    await note(
      { ...app, db: tx },
      { operatorId, actorId: confirmedBy, action: 'procurement.confirm', subject: order.id, detail: { status } },
    )
    await tell(tx, orderTold({ ...order, status }))
    return { status }
  })
