import { and, eq } from 'drizzle-orm'
import { Refusal } from '../../kernel/refusal'
import { dateIn } from '../../kernel/time'
import type { App } from '../../platform/app'
import { note } from '../../platform/audit'
import { inTransaction } from '../../platform/database'
import { newId } from '../../platform/id'
import type { PaymentIntent, PaymentProvider } from '../../platform/payments/port'
import { purses } from '../schema/purses'
import { topUps } from '../schema/top-ups'
import { CARDS, openPurse } from './top-up'

export interface StartTopUp {
  readonly operatorId: string
  readonly personId: string
  readonly amountMinor: number
}

/**
 * Opens a payment that fills somebody's own card, and the card where there is none yet. Only personal money: what a company
 * gave is filled by nobody else. The cap is judged here to say so early, and again when the money comes.
 * @throws Refusal `purse_over_cap`, `purse_expired`, `payments_unavailable`.
 */
export const startTopUp = (app: App, provider: PaymentProvider, wish: StartTopUp): Promise<PaymentIntent> =>
  inTransaction(app.db, async (tx) => {
    const within = { ...app, db: tx }
    const { operatorId, personId, amountMinor } = wish
    const id = newId('pur')
    await openPurse(within, {
      id,
      operatorId,
      personId,
      currency: CARDS.currency,
      kind: 'personal',
      companyId: null,
      holder: 'registered',
      expiresOn: null,
    })
    const own = and(eq(purses.operatorId, operatorId), eq(purses.personId, personId), eq(purses.kind, 'personal'))
    const [purse] = await tx.select().from(purses).where(own)
    if (!purse) throw new Refusal('not_found')
    if (purse.expiresOn && purse.expiresOn < dateIn(CARDS.zone, app.now())) throw new Refusal('purse_expired')
    const { id: purseId, balanceMinor, capMinor } = purse
    if (balanceMinor + amountMinor > capMinor) throw new Refusal('purse_over_cap', { capMinor })

    const topUpId = newId('top')
    const asked = { paymentId: topUpId, orderId: null, amountMinor, currency: purse.currency }
    const intent = await provider.createIntent(asked)
    await tx.insert(topUps).values({
      id: topUpId,
      operatorId,
      purseId,
      personId,
      amountMinor,
      currency: purse.currency,
      provider: provider.name,
      intentId: intent.intentId,
      status: 'pending',
      updatedAt: app.now(),
    })
    const detail = { topUpId, amountMinor }
    await note(within, { operatorId, actorId: personId, action: 'funding.start-top-up', subject: purseId, detail })
    return intent
  })
