import { asc, eq } from 'drizzle-orm'
import { Refusal } from '../../kernel/refusal'
import type { App } from '../../platform/app'
import { note } from '../../platform/audit'
import type { Tx } from '../../platform/database'
import { newId } from '../../platform/id'
import { tell } from '../../platform/realtime'
import { answerOf } from '../domain/purchase-order'
import { openGaps } from '../gaps/open-gaps'
import { purchaseOrderLines, purchaseOrders } from '../schema/purchasing'
import { lockOrder, orderTold } from './lock-order'

export interface SupplierWord {
  readonly purchaseOrderId: string
  readonly saidBy: string
  /** Packs the supplier can bring, for the lines that fall short; all others stay as they are. */
  readonly lines: readonly { readonly lineId: string; readonly packs: number }[]
}

/**
 * The supplier's first word: everything, or fewer. What it leaves out is planned anew.
 * @throws Refusal `order_not_in_state`, `more_than_ordered`
 */
export const confirmPurchaseOrder = (app: App, word: SupplierWord): Promise<{ status: 'confirmed' | 'short' }> =>
  app.db.transaction((tx) => answer(app, tx, word, 'confirm'))

/**
 * The supplier's later word: fewer than it had confirmed, and why.
 * @throws Refusal `order_not_in_state`, `more_than_ordered`
 */
export const reportShort = (
  app: App,
  { reason, ...word }: SupplierWord & { readonly reason: string },
): Promise<{ status: 'confirmed' | 'short' }> =>
  app.db.transaction(async (tx) => {
    const answered = await answer(app, tx, word, 'shorten')
    await tx.update(purchaseOrders).set({ shortReason: reason }).where(eq(purchaseOrders.id, word.purchaseOrderId))
    return answered
  })

async function answer(
  app: App,
  tx: Tx,
  { purchaseOrderId, saidBy, lines }: SupplierWord,
  step: 'confirm' | 'shorten',
): Promise<{ status: 'confirmed' | 'short' }> {
  const order = await lockOrder(tx, purchaseOrderId, step)
  const ordered = await tx
    .select()
    .from(purchaseOrderLines)
    .where(eq(purchaseOrderLines.purchaseOrderId, order.id))
    .orderBy(asc(purchaseOrderLines.id))
  const fewer = new Map(lines.map((line) => [line.lineId, line.packs]))
  if (lines.some((line) => !ordered.some(({ id }) => id === line.lineId))) throw new Refusal('not_found')

  const promised = ordered.map((line) => ({ ...line, before: line.confirmedPacks ?? line.packs }))
  const answered = promised.map((line) => ({ ...line, confirmedPacks: fewer.get(line.id) ?? line.before }))
  for (const { id, before, confirmedPacks } of answered) {
    if (confirmedPacks > before) throw new Refusal('more_than_ordered', { packs: before })
    await tx.update(purchaseOrderLines).set({ confirmedPacks }).where(eq(purchaseOrderLines.id, id))
  }
  const status = answerOf(answered)
  await tx.update(purchaseOrders).set({ status, confirmedAt: app.now() }).where(eq(purchaseOrders.id, order.id))
  const lacking = answered.map(({ id, ingredientId, before, confirmedPacks, packSize }) => {
    return { lineId: id, ingredientId, quantity: (before - confirmedPacks) * packSize, cause: 'short' as const }
  })
  await openGaps(app, tx, order, newId('word'), lacking)
  const { operatorId } = order
  await note(
    { ...app, db: tx },
    { operatorId, actorId: saidBy, action: `procurement.${step}`, subject: order.id, detail: { status } },
  )
  await tell(tx, orderTold({ ...order, status }))
  return { status }
}
