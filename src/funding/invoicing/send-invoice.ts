import { and, desc, eq, isNotNull } from 'drizzle-orm'
import { Refusal } from '../../kernel/refusal'
import type { App } from '../../platform/app'
import type { InvoiceProvider } from '../../platform/invoices/port'
import { legalEntities } from '../schema/companies'
import { invoices } from '../schema/invoices'
import { statementLines, statements } from '../schema/statements'

/** Sends a statement as a bill, once: the provider knows it by the statement. Nothing is sent where nothing is owed. */
export async function sendInvoice(app: App, provider: InvoiceProvider, statementId: string): Promise<void> {
  const [statement] = await app.db.select().from(statements).where(eq(statements.id, statementId))
  if (!statement) throw new Refusal('not_found')
  const { operatorId, legalEntityId, number, currency, dueOn, totalMinor, legalEntity, taxNumber } = statement
  if (totalMinor <= 0) return
  const [sent] = await app.db.select().from(invoices).where(eq(invoices.statementId, statementId))
  if (sent) return
  const [known] = await app.db
    .select({ ref: invoices.customerRef })
    .from(invoices)
    .innerJoin(legalEntities, eq(legalEntities.id, invoices.legalEntityId))
    .where(
      and(
        eq(invoices.legalEntityId, legalEntityId),
        eq(invoices.provider, provider.name),
        isNotNull(invoices.customerRef),
      ),
    )
    .orderBy(desc(invoices.sentAt))
    .limit(1)
  const bill = await provider.send({
    invoiceId: statementId,
    number,
    customer: { ref: known?.ref ?? null, name: legalEntity.zh, taxNumber },
    currency,
    dueOn,
    lines: await linesOf(app, statementId),
  })
  await app.db
    .insert(invoices)
    .values({
      statementId,
      operatorId,
      legalEntityId,
      provider: provider.name,
      ...bill,
      amountMinor: totalMinor,
      sentAt: app.now(),
    })
    .onConflictDoNothing()
}

/** One line a cost centre. */
async function linesOf(app: App, statementId: string) {
  const rows = await app.db
    .select({ costCentre: statementLines.costCentre, amountMinor: statementLines.amountMinor })
    .from(statementLines)
    .where(eq(statementLines.statementId, statementId))
  const sums = new Map<string, number>()
  for (const { costCentre, amountMinor } of rows) sums.set(costCentre, (sums.get(costCentre) ?? 0) + amountMinor)
  return [...sums]
    .sort(([a], [b]) => (a < b ? -1 : 1))
    .map(([centre, amountMinor]) => ({ text: `餐饮服务 Meals ${centre}`.trim(), amountMinor }))
}
