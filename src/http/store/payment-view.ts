import type { App } from '../../platform/app'
import type { PaymentIntent, PaymentProvider } from '../../platform/payments/port'

/** How an open payment is paid: on the local provider's page, or with what Stripe's own form needs. */
export function paymentView(app: App, { name }: PaymentProvider, { intentId, clientSecret }: PaymentIntent) {
  if (name === 'local') return { provider: 'local' as const, intentId, url: `/pay/${intentId}` }
  const publishableKey = app.config.STRIPE_PUBLISHABLE_KEY ?? null
  return { provider: 'stripe' as const, intentId, clientSecret: clientSecret ?? '', publishableKey }
}
