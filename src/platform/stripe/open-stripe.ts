import Stripe from 'stripe'
import { Refusal } from '../../kernel/refusal'
import type { Config } from '../config'

/** Stripe as we ask it: tried again under the same key, no longer than a customer waits. `STRIPE_API_BASE` names a stand-in. */
export function openStripe(config: Config, secretKey: string): Stripe {
  const base = config.STRIPE_API_BASE ? new URL(config.STRIPE_API_BASE) : undefined
  return new Stripe(secretKey, {
    maxNetworkRetries: 2,
    timeout: 4_000,
    telemetry: false,
    ...(base
      ? { host: base.hostname, port: Number(base.port), protocol: base.protocol === 'https:' ? 'https' : 'http' }
      : {}),
  })
}

/** A webhook's event, when its signature is Stripe's and not older than five minutes. @throws Refusal `bad_signature`. */
export function verifiedEvent(stripe: Stripe, config: Config, rawBody: Buffer, signature: string): Stripe.Event {
  try {
    return stripe.webhooks.constructEvent(rawBody, signature, config.STRIPE_WEBHOOK_SECRET ?? '')
  } catch {
    throw new Refusal('bad_signature')
  }
}

/** Stripe that cannot be reached, or is in trouble itself, may be asked again later: 503 to people, another try to a worker. */
export const asking = <T>(answer: Promise<T>): Promise<T> =>
  answer.catch((error: unknown) => {
    const isTrouble =
      error instanceof Stripe.errors.StripeConnectionError ||
      error instanceof Stripe.errors.StripeAPIError ||
      error instanceof Stripe.errors.StripeRateLimitError
    if (isTrouble) throw new Refusal('payments_unavailable')
    throw error
  })
