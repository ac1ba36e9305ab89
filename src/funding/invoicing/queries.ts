import { and, asc, eq } from 'drizzle-orm'
import type { App } from '../../platform/app'
import { fapiao, invoices } from '../schema/invoices'

/** The bill of a statement; undefined while it was not sent. */
export async function invoiceOf(app: App, statementId: string) {
  const [bill] = await app.db.select().from(invoices).where(eq(invoices.statementId, statementId))
  return bill
}

/** The fapiao of a statement or an order for one payer, red ones after the blue one they take back. */
export const fapiaoOf = (app: App, subject: string, payerId: string) =>
  app.db
    .select()
    .from(fapiao)
    .where(and(eq(fapiao.subject, subject), eq(fapiao.payerId, payerId)))
    .orderBy(asc(fapiao.requestedAt), asc(fapiao.id))
