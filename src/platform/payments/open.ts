import type { Config } from '../config'
import { localProvider } from './local'
import type { PaymentProvider, ProviderName } from './port'
import { stripeProvider } from './stripe'

export interface Payments {
  /** Who takes new payments. */
  readonly current: PaymentProvider
  /** Who took an earlier one. @throws Error when that provider is no longer configured. */
  readonly by: (name: ProviderName) => PaymentProvider
}

/** Stripe when its key is set, the local provider otherwise. */
export function openPayments(config: Config): Payments {
  const stripe = config.STRIPE_SECRET_KEY ? stripeProvider(config, config.STRIPE_SECRET_KEY) : undefined
  const by = (name: ProviderName): PaymentProvider => {
    if (name === 'local') return localProvider
    if (!stripe) throw new Error('a payment was taken by Stripe, but STRIPE_SECRET_KEY is not set')
    return stripe
  }
  return { current: stripe ?? localProvider, by }
}
