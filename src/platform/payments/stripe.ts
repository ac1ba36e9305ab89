import Stripe from 'stripe'
import type { Config } from '../config'
import { asking, openStripe, verifiedEvent } from '../stripe/open-stripe'
import type { PaymentFact, PaymentProvider, RefundRequest, RefundState } from './port'

/** Cards, Alipay and WeChat Pay through Stripe, paid in advance. `STRIPE_API_BASE` points it at a stand-in in tests. */
export function stripeProvider(config: Config, secretKey: string): PaymentProvider {
  const stripe = openStripe(config, secretKey)
  return {
    name: 'stripe',
    createIntent: async ({ paymentId, orderId, amountMinor, currency }) => {
      const intent = await asking(
        stripe.paymentIntents.create(
          {
            amount: amountMinor,
            currency,
            allowed_payment_method_types: ['card', 'alipay', 'wechat_pay'],
            metadata: { payment_id: paymentId, ...(orderId ? { order_id: orderId } : {}) },
          },
          { idempotencyKey: paymentId },
        ),
      )
      return { intentId: intent.id, clientSecret: intent.client_secret }
    },
    refund: ({ refundId, attempt, intentId, amountMinor }) =>
      asking(
        stripe.refunds.create(
          {
            payment_intent: intentId,
            amount: amountMinor,
            metadata: { refund_id: refundId, attempt: String(attempt) },
          },
          { idempotencyKey: `${refundId}:${attempt}` },
        ),
      ).then(stateOf, whenRefused),
    refundState: (request) => asking(findRefund(stripe, request)),
    readWebhook: (rawBody, signature) => factOf(verifiedEvent(stripe, config, rawBody, signature)),
  }
}

function stateOf({ status }: Stripe.Refund): RefundState {
  if (status === 'succeeded') return 'succeeded'
  return status === 'failed' || status === 'canceled' ? 'failed' : 'pending'
}

/** A "no" to this refund, for ever; anything else is thrown. */
function whenRefused(error: unknown): RefundState {
  if (error instanceof Stripe.errors.StripeInvalidRequestError) return 'failed'
  throw error
}

/** By what we wrote on it: its answer under the key would be the one it gave the first time. */
async function findRefund(stripe: Stripe, { refundId, attempt, intentId }: RefundRequest) {
  for await (const refund of stripe.refunds.list({ payment_intent: intentId, limit: 100 })) {
    if (refund.metadata?.['refund_id'] === refundId && attemptOf(refund) === attempt) return stateOf(refund)
  }
  return undefined
}

const attemptOf = ({ metadata }: Stripe.Refund): number => Number(metadata?.['attempt'] ?? 1)

function factOf(event: Stripe.Event): PaymentFact | undefined {
  const known = { provider: 'stripe', eventId: event.id } as const
  if (event.type === 'payment_intent.succeeded' || event.type === 'payment_intent.payment_failed') {
    const { id, amount, currency } = event.data.object
    const outcome = event.type === 'payment_intent.succeeded' ? 'succeeded' : 'failed'
    return { ...known, intentId: id, outcome, amountMinor: amount, currency }
  }
  // a refund's own event: a charge only knows the sum of all its refunds
  if (event.type === 'refund.created' || event.type === 'refund.updated' || event.type === 'refund.failed') {
    const refund = event.data.object
    const { payment_intent, amount, currency, metadata } = refund
    const intentId = typeof payment_intent === 'string' ? payment_intent : payment_intent?.id
    const state = stateOf(refund)
    if (!intentId || state === 'pending') return undefined
    const outcome = state === 'succeeded' ? 'refunded' : 'refund_failed'
    const ours = { refundId: metadata?.['refund_id'], attempt: attemptOf(refund) }
    return { ...known, intentId, outcome, amountMinor: amount, currency, ...ours }
  }
  return undefined
}
