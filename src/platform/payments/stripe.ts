import Stripe from 'stripe'
import { Refusal } from '../../kernel/refusal'
import type { Config } from '../config'
import type { PaymentFact, PaymentProvider } from './port'

/** Cards, Alipay and WeChat Pay through Stripe. `STRIPE_API_BASE` points it at a stand-in in tests. */
export function stripeProvider(config: Config, secretKey: string): PaymentProvider {
  const base = config.STRIPE_API_BASE ? new URL(config.STRIPE_API_BASE) : undefined
  const stripe = new Stripe(secretKey, {
    maxNetworkRetries: 2,
    timeout: 4_000,
    telemetry: false,
    ...(base
      ? { host: base.hostname, port: Number(base.port), protocol: base.protocol === 'https:' ? 'https' : 'http' }
      : {}),
  })
  return {
    name: 'stripe',
    createIntent: async ({ paymentId, orderId, amountMinor, currency }) => {
      const intent = await stripe.paymentIntents.create(
        {
          amount: amountMinor,
          currency,
          allowed_payment_method_types: ['card', 'alipay', 'wechat_pay'],
          metadata: { payment_id: paymentId, order_id: orderId },
        },
        { idempotencyKey: paymentId },
      )
      return { intentId: intent.id, clientSecret: intent.client_secret }
    },
    refund: async ({ refundId, intentId, amountMinor }) => {
      const refund = await stripe.refunds.create(
        { payment_intent: intentId, amount: amountMinor, metadata: { refund_id: refundId } },
        { idempotencyKey: refundId },
      )
      return { done: refund.status === 'succeeded' }
    },
    readWebhook: (rawBody, signature) => factOf(verified(stripe, config, rawBody, signature)),
  }
}

function verified(stripe: Stripe, config: Config, rawBody: Buffer, signature: string): Stripe.Event {
  try {
    return stripe.webhooks.constructEvent(rawBody, signature, config.STRIPE_WEBHOOK_SECRET ?? '')
  } catch {
    throw new Refusal('bad_signature')
  }
}

function factOf(event: Stripe.Event): PaymentFact | undefined {
  const known = { provider: 'stripe', eventId: event.id } as const
  if (event.type === 'payment_intent.succeeded' || event.type === 'payment_intent.payment_failed') {
    const { id, amount, currency } = event.data.object
    const outcome = event.type === 'payment_intent.succeeded' ? 'succeeded' : 'failed'
    return { ...known, intentId: id, outcome, amountMinor: amount, currency }
  }
  // a refund's own event: a charge only knows the sum of all its refunds
  if (event.type === 'refund.created' || event.type === 'refund.updated') {
    const { payment_intent, amount, currency, status, metadata } = event.data.object
    const intentId = typeof payment_intent === 'string' ? payment_intent : payment_intent?.id
    if (!intentId || status !== 'succeeded') return undefined
    return { ...known, intentId, outcome: 'refunded', amountMinor: amount, currency, refundId: metadata?.['refund_id'] }
  }
  return undefined
}
