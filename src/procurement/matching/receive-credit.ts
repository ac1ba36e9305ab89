import { and, eq, isNull } from 'drizzle-orm'
import { Refusal } from '../../kernel/refusal'
import type { App } from '../../platform/app'
import { note } from '../../platform/audit'
import { credits } from '../schema/matching'

export interface ReceiveCredit {
  readonly creditId: string
  /** Of the supplier's credit note. */
  readonly number: string
  readonly receivedBy: string
}

/** The supplier's credit note has come, once. @throws Refusal `not_found`, `not_resolvable` when it had come already */
export const receiveCredit = (app: App, { creditId, number, receivedBy }: ReceiveCredit): Promise<void> =>
  app.db.transaction(async (tx) => {
    const [credit] = await tx
      .update(credits)
      .set({ number, receivedAt: app.now() })
      .where(and(eq(credits.id, creditId), isNull(credits.receivedAt)))
      .returning()
    if (!credit) throw new Refusal('not_resolvable')
    const { operatorId, amountMinor } = credit
    await note(
      { ...app, db: tx },
      {
        operatorId,
        actorId: receivedBy,
        action: 'procurement.receive-credit',
        subject: creditId,
        detail: { amountMinor },
      },
    )
  })
