import { and, eq, inArray } from 'drizzle-orm'
import type { App } from '../../platform/app'
import { note } from '../../platform/audit'
import { inTransaction } from '../../platform/database'
import { publish } from '../../platform/outbox'
import type { Payments } from '../../platform/payments/open'
import { book } from '../book'
import { refundBounced, refundPaid } from '../domain/postings'
import { TopUpUnwanted } from '../events'
import { topUps } from '../schema/top-ups'

type TopUp = typeof topUps.$inferSelect

/**
 * Returns a top-up that the card had no room for. Asked again under the same key it is one return; a provider that needs time
 * says its last word by webhook.
 * @throws Error where the provider says no: whoever called asks again later, as another attempt.
 */
export async function returnTopUp(app: App, providers: Payments, { topUpId }: { readonly topUpId: string }) {
  const [topUp] = await app.db.select().from(topUps).where(eq(topUps.id, topUpId))
  if (topUp?.status !== 'owed_back') return
  const { attempt, provider, intentId, amountMinor } = topUp
  const state = await providers.by(provider).refund({ refundId: topUpId, attempt, intentId, amountMinor })
  if (state === 'succeeded') await noteReturned(app, topUp)
  if (state === 'failed') {
    await askAgain(app, topUp)
    throw new Error(`the provider did not return top-up ${topUpId}, attempt ${attempt}`)
  }
}

const askAgain = (app: App, { id, attempt }: TopUp) =>
  app.db
    .update(topUps)
    .set({ status: 'owed_back', attempt: attempt + 1, updatedAt: app.now() })
    .where(and(eq(topUps.id, id), eq(topUps.attempt, attempt), inArray(topUps.status, ['owed_back', 'returned'])))
    .returning({ id: topUps.id })

/** The provider's word that the money did not go back, or came back afterwards: owed again, and asked for anew. */
export async function noteNotReturned(app: App, topUp: TopUp): Promise<void> {
  const again = await askAgain(app, topUp)
  if (again.length === 0) return
  const { id, operatorId, currency, provider, amountMinor, attempt, status } = topUp
  if (status === 'returned') {
    const postings = refundBounced(provider, amountMinor)
    await book(app, { operatorId, currency, ref: `top_up_bounced:${id}:${attempt}`, postings })
  }
  await publish(app.db, TopUpUnwanted, { topUpId: id })
}

/** The provider's word that the money went back; booked once. */
export const noteReturned = (app: App, { id, operatorId, currency, provider, amountMinor, purseId, attempt }: TopUp) =>
  inTransaction(app.db, async (tx) => {
    const within = { ...app, db: tx }
    const returned = await tx
      .update(topUps)
      .set({ status: 'returned', updatedAt: app.now() })
      .where(and(eq(topUps.id, id), eq(topUps.status, 'owed_back')))
      .returning({ id: topUps.id })
    if (returned.length === 0) return
    const postings = refundPaid(provider, amountMinor)
    await book(within, { operatorId, currency, ref: `top_up_returned:${id}:${attempt}`, postings })
    const detail = { topUpId: id, amountMinor }
    await note(within, { operatorId, actorId: 'worker', action: 'funding.return-top-up', subject: purseId, detail })
  })
