import { eq, inArray, sql } from 'drizzle-orm'
import { Refusal } from '../../kernel/refusal'
import type { ServiceDate } from '../../kernel/time'
import type { App } from '../../platform/app'
import { note } from '../../platform/audit'
import type { Tx } from '../../platform/database'
import { newId } from '../../platform/id'
import { isTaken } from '../../platform/refused'
import { tell } from '../../platform/realtime'
import { matchLine } from '../domain/match-invoice'
import { lockOrder, type PurchaseOrder } from '../purchasing/lock-order'
import { rulesOf } from '../purchasing/read-rules'
import { discrepancies, invoiceLines, invoices } from '../schema/matching'
import { purchaseOrderLines } from '../schema/purchasing'
import { told } from '../told'

export interface EnterInvoice {
  readonly purchaseOrderId: string
  /** The supplier's own. */
  readonly number: string
  readonly issuedOn: ServiceDate
  readonly dueOn: ServiceDate
  /** Base units and minor units, by the order's lines; a line named twice is one. */
  readonly lines: readonly { readonly lineId: string; readonly quantity: number; readonly amountMinor: number }[]
  readonly enteredBy: string
}

/**
 * Enter a supplier's invoice and match it at once with what was ordered and what came. The order is held, so that two
 * invoices cannot both be paid for the same goods.
 * @throws Refusal `order_not_in_state`, `invoice_entered`, `not_found`
 */
export const enterInvoice = (app: App, input: EnterInvoice): Promise<{ invoiceId: string }> =>
  enter(app, input).catch((error: unknown) => {
    if (isTaken(error, 'invoice_once')) throw new Refusal('invoice_entered')
    throw error
  })

const enter = (app: App, input: EnterInvoice): Promise<{ invoiceId: string }> =>
  app.db.transaction(async (tx) => {
    const order = await lockOrder(tx, input.purchaseOrderId, 'invoice')
    const { operatorId, siteId, supplierId } = order
    const { number, issuedOn, dueOn, enteredBy } = input
    const id = newId('inv')
    const totalMinor = input.lines.reduce((sum, { amountMinor }) => sum + amountMinor, 0)
    const dates = { issuedOn, dueOn, enteredBy, at: app.now() }
    await tx
      .insert(invoices)
      .values({ id, operatorId, siteId, supplierId, purchaseOrderId: order.id, number, totalMinor, ...dates })
    const open = await match(app, tx, order, id, input)
    await note(
      { ...app, db: tx },
      {
        operatorId,
        actorId: enteredBy,
        action: 'procurement.enter-invoice',
        subject: order.id,
        detail: { invoiceId: id, totalMinor, differences: open },
      },
    )
    await tell(tx, told('invoice', { operatorId, id, siteId }))
    return { invoiceId: id }
  })

/** Answers how many differences wait. */
async function match(
  app: App,
  tx: Tx,
  { id: orderId, operatorId, siteId, supplierId }: PurchaseOrder,
  invoiceId: string,
  { lines }: EnterInvoice,
): Promise<number> {
  const ordered = await tx.select().from(purchaseOrderLines).where(eq(purchaseOrderLines.purchaseOrderId, orderId))
  const before = await invoicedBefore(
    tx,
    ordered.map(({ id }) => id),
    invoiceId,
  )
  const rules = await rulesOf(tx, operatorId)
  let open = 0
  for (const [lineId, { quantity, amountMinor }] of summed(lines)) {
    const line = ordered.find(({ id }) => id === lineId)
    if (!line) throw new Refusal('not_found')
    const { priceMinor, packSize, receivedQuantity: received, ingredientId } = line
    const facts = { received, invoicedBefore: before.get(lineId) ?? 0, invoiced: quantity, amountMinor }
    const matched = matchLine({ ...facts, priceMinor, packSize }, rules)
    const id = newId('inl')
    const { payableMinor, match: verdict } = matched
    const stood = { invoicedBefore: facts.invoicedBefore, received, payableMinor, match: verdict }
    await tx.insert(invoiceLines).values({ id, invoiceId, lineId, quantity, amountMinor, ...stood })
    for (const difference of matched.differences) {
      const about = { operatorId, siteId, supplierId, invoiceId, ingredientId, ref: id, at: app.now() }
      await tx.insert(discrepancies).values({ id: newId('dis'), ...about, ...difference, status: 'open' })
      open += 1
    }
  }
  return open
}

function summed(lines: EnterInvoice['lines']): Map<string, { quantity: number; amountMinor: number }> {
  const sums = new Map<string, { quantity: number; amountMinor: number }>()
  for (const { lineId, quantity, amountMinor } of lines) {
    const sum = sums.get(lineId) ?? { quantity: 0, amountMinor: 0 }
    sums.set(lineId, { quantity: sum.quantity + quantity, amountMinor: sum.amountMinor + amountMinor })
  }
  return sums
}

async function invoicedBefore(tx: Tx, lineIds: readonly string[], invoiceId: string): Promise<Map<string, number>> {
  const rows = await tx
    .select({ lineId: invoiceLines.lineId, quantity: sql<number>`sum(${invoiceLines.quantity})::int` })
    .from(invoiceLines)
    .where(sql`${inArray(invoiceLines.lineId, [...lineIds])} and ${invoiceLines.invoiceId} <> ${invoiceId}`)
    .groupBy(invoiceLines.lineId)
  return new Map(rows.map(({ lineId, quantity }) => [lineId, quantity]))
}
