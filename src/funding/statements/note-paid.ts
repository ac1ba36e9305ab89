import { and, eq, inArray } from 'drizzle-orm'
import { Refusal } from '../../kernel/refusal'
import type { App } from '../../platform/app'
import { note } from '../../platform/audit'
import { inTransaction } from '../../platform/database'
import { book } from '../book'
import { statementPayments, statements } from '../schema/statements'

export interface NotePaid {
  readonly operatorIds: readonly string[]
  readonly statementId: string
  readonly amountMinor: number
  /** The bank's own reference. */
  readonly reference: string
  readonly notedBy: string
  /** Where it came in; the bank unless said otherwise. */
  readonly into?: 'cash:bank' | 'cash:stripe' | 'cash:local'
}

/** Takes in a company's bank transfer for a statement, once a reference. @throws Refusal `not_found`. */
export const notePaid = (app: App, input: NotePaid): Promise<void> =>
  inTransaction(app.db, async (tx) => {
    const within = { ...app, db: tx }
    const { statementId, amountMinor, reference, notedBy } = input
    const [statement] = await tx
      .select()
      .from(statements)
      .where(and(eq(statements.id, statementId), inArray(statements.operatorId, [...input.operatorIds])))
    if (!statement) throw new Refusal('not_found')
    const fresh = await tx
      .insert(statementPayments)
      .values({ statementId, reference, amountMinor, notedBy, at: app.now() })
      .onConflictDoNothing()
      .returning({ reference: statementPayments.reference })
    if (fresh.length === 0) return
    const { operatorId, currency, companyId } = statement
    const postings = [
      { account: input.into ?? 'cash:bank', amountMinor },
      { account: `receivable:company:${companyId}`, amountMinor: -amountMinor },
    ]
    await book(within, { operatorId, currency, ref: `statement_paid:${statementId}:${reference}`, postings })
    await note(within, {
      operatorId,
      actorId: notedBy,
      action: 'funding.note-paid',
      subject: statementId,
      detail: { amountMinor },
    })
  })
