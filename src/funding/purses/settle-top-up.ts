import { and, eq, gte, isNull, or, sql } from 'drizzle-orm'
import { Refusal } from '../../kernel/refusal'
import { dateIn } from '../../kernel/time'
import type { App } from '../../platform/app'
import { note } from '../../platform/audit'
import { inTransaction } from '../../platform/database'
import { publish } from '../../platform/outbox'
import type { PaymentFact } from '../../platform/payments/port'
import { book } from '../book'
import { paymentUnwanted } from '../domain/postings'
import { TopUpUnwanted } from '../events'
import { purses } from '../schema/purses'
import { topUps } from '../schema/top-ups'
import { CARDS } from './top-up'
import { noteNotReturned, noteReturned } from './return-top-up'

type TopUp = typeof topUps.$inferSelect

/**
 * Takes in what a provider says of a top-up, in any order and as often as it likes: the row's status decides, under its lock.
 * Answers false where the intent is none of a top-up.
 * @throws Refusal `wrong_amount`.
 */
export const settleTopUp = (app: App, fact: PaymentFact): Promise<boolean> =>
  inTransaction(app.db, async (tx) => {
    const within = { ...app, db: tx }
    const { provider, intentId, outcome } = fact
    const [found] = await tx
      .select()
      .from(topUps)
      .where(and(eq(topUps.provider, provider), eq(topUps.intentId, intentId)))
      .for('update')
    if (!found) return false
    const isRefund = outcome === 'refunded' || outcome === 'refund_failed'
    const isOurs = isRefund || fact.amountMinor === found.amountMinor
    if (!isOurs || fact.currency !== found.currency) throw new Refusal('wrong_amount')
    // a declined card may be followed by another on the same intent
    const waits = found.status === 'pending' || found.status === 'failed'
    if (outcome === 'succeeded' && waits) await credit(within, found)
    if (outcome === 'failed' && found.status === 'pending') await move(within, found, 'failed')
    if (outcome === 'refunded') await noteReturned(within, found)
    if (outcome === 'refund_failed' && fact.attempt === found.attempt) await noteNotReturned(within, found)
    return true
  })

/** The cap and the last day are judged by the card's row: what it refuses is owed back. */
async function credit(app: App, topUp: TopUp): Promise<void> {
  const { id, purseId, operatorId, personId, currency, amountMinor, provider } = topUp
  const room = gte(purses.capMinor, sql`${purses.balanceMinor} + ${amountMinor}`)
  const open = or(isNull(purses.expiresOn), gte(purses.expiresOn, dateIn(CARDS.zone, app.now())))
  const filled = await app.db
    .update(purses)
    .set({ balanceMinor: sql`${purses.balanceMinor} + ${amountMinor}` })
    .where(and(eq(purses.id, purseId), eq(purses.kind, 'personal'), room, open))
    .returning({ id: purses.id })
  const credited = filled.length > 0
  const postings = credited
    ? [
        { account: `cash:${provider}`, amountMinor },
        { account: `liability:purse:personal:${purseId}`, amountMinor: -amountMinor },
      ]
    : paymentUnwanted(provider, amountMinor)
  const ref = credited ? `top_up:${purseId}:${id}` : `top_up_unwanted:${id}`
  await book(app, { operatorId, currency, ref, postings })
  await move(app, topUp, credited ? 'succeeded' : 'owed_back')
  if (!credited) await publish(app.db, TopUpUnwanted, { topUpId: id })
  const action = credited ? 'funding.top-up' : 'funding.refuse-top-up'
  await note(app, { operatorId, actorId: personId, action, subject: purseId, detail: { topUpId: id, amountMinor } })
}

const move = ({ db, now }: App, { id }: TopUp, status: TopUp['status']) =>
  db.update(topUps).set({ status, updatedAt: now() }).where(eq(topUps.id, id))
