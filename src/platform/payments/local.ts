import { Refusal } from '../../kernel/refusal'
import type { PaymentFact, PaymentIntent, PaymentProvider, PaymentRequest } from './port'

/**
 * The provider that needs no account: its page asks "pay" or "decline" and its facts come back through the same intake
 * as Stripe's. Intents are named after our payment, so asking twice makes one.
 */
export const localProvider: PaymentProvider = {
  name: 'local',
  createIntent: (request) => Promise.resolve(intentOf(request)),
  intentAtOnce: (request) => intentOf(request),
  refund: () => Promise.resolve('succeeded'),
  refundState: () => Promise.resolve('succeeded'),
  readWebhook: () => {
    throw new Refusal('bad_signature')
  },
}

const intentOf = ({ paymentId }: PaymentRequest): PaymentIntent => ({
  intentId: `pi_local_${paymentId}`,
  clientSecret: null,
})

/** What the local provider says once somebody decided on its page. */
export const localFact = (
  decision: 'pay' | 'decline',
  { intentId, amountMinor, currency }: Pick<PaymentFact, 'intentId' | 'amountMinor' | 'currency'>,
): PaymentFact => {
  const outcome = decision === 'pay' ? 'succeeded' : 'failed'
  return { provider: 'local', eventId: `evt_${intentId}_${outcome}`, intentId, outcome, amountMinor, currency }
}
