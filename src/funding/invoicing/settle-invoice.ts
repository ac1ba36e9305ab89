import { and, eq } from 'drizzle-orm'
import { Refusal } from '../../kernel/refusal'
import type { App } from '../../platform/app'
import { inTransaction } from '../../platform/database'
import type { InvoicePaid } from '../../platform/invoices/port'
import { invoices } from '../schema/invoices'
import { notePaid } from '../statements/note-paid'

/** A bill was paid at its provider: booked against what the company owes, once. @throws Refusal `not_found`, `wrong_amount`. */
export const settleInvoice = (app: App, { provider, ref, amountMinor }: InvoicePaid): Promise<void> =>
  inTransaction(app.db, async (tx) => {
    const within = { ...app, db: tx }
    const which = and(eq(invoices.provider, provider), eq(invoices.ref, ref))
    const [bill] = await tx.select().from(invoices).where(which).for('update')
    if (!bill) throw new Refusal('not_found')
    if (bill.amountMinor !== amountMinor) throw new Refusal('wrong_amount')
    if (bill.paidAt) return
    const { operatorId, statementId } = bill
    const paid = { statementId, amountMinor, reference: `${provider}:${ref}`, notedBy: provider }
    await notePaid(within, { operatorIds: [operatorId], ...paid, into: `cash:${provider}` })
    await tx.update(invoices).set({ paidAt: app.now() }).where(which)
  })
