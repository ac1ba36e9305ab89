import { and, eq } from 'drizzle-orm'
import { Refusal } from '../../kernel/refusal'
import type { App } from '../../platform/app'
import { note } from '../../platform/audit'
import { inTransaction } from '../../platform/database'
import { book } from '../book'
import { settlementLines, settlementPayments } from '../schema/settlement'

export interface PayParty {
  readonly operatorId: string
  readonly partyId: string
  readonly amountMinor: number
  /** The bank's own reference. */
  readonly reference: string
  readonly notedBy: string
}

/** Notes money sent to a kitchen's party, once a reference. @throws Refusal `not_found` where nothing was ever owed. */
export const payParty = (app: App, input: PayParty): Promise<void> =>
  inTransaction(app.db, async (tx) => {
    const within = { ...app, db: tx }
    const { operatorId, partyId, amountMinor, reference, notedBy } = input
    const [line] = await tx
      .select({ currency: settlementLines.currency })
      .from(settlementLines)
      .where(and(eq(settlementLines.operatorId, operatorId), eq(settlementLines.partyId, partyId)))
      .limit(1)
    if (!line) throw new Refusal('not_found')
    const fresh = await tx
      .insert(settlementPayments)
      .values({ ...input, at: app.now() })
      .onConflictDoNothing()
      .returning({ reference: settlementPayments.reference })
    if (fresh.length === 0) return
    const postings = [
      { account: `payable:party:${operatorId}:${partyId}`, amountMinor },
      { account: 'cash:bank', amountMinor: -amountMinor },
    ]
    const ref = `party_paid:${operatorId}:${partyId}:${reference}`
    await book(within, { operatorId, currency: line.currency, ref, postings })
    await note(within, {
      operatorId,
      actorId: notedBy,
      action: 'funding.pay-party',
      subject: partyId,
      detail: { amountMinor },
    })
  })
