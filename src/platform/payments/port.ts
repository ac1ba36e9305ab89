/** What we ask a provider to take. */
export interface PaymentRequest {
  /** Our id of the payment: the provider's idempotency key, so that asking twice makes one intent. */
  readonly paymentId: string
  readonly orderId: string
  readonly amountMinor: number
  readonly currency: string
}

export interface PaymentIntent {
  readonly intentId: string
  /** What the provider's own form in the browser needs; null where the provider has a page of its own. */
  readonly clientSecret: string | null
}

export interface RefundRequest {
  /** Idempotency key: the same key is the same refund. */
  readonly refundId: string
  readonly intentId: string
  readonly amountMinor: number
}

/** What a provider tells us, checked and in our words. Repeated and out-of-order facts are normal. */
export interface PaymentFact {
  readonly provider: ProviderName
  readonly eventId: string
  readonly intentId: string
  readonly outcome: 'succeeded' | 'failed' | 'refunded'
  /** Our id of the refund, where the provider repeats it. */
  readonly refundId?: string | undefined
  readonly amountMinor: number
  readonly currency: string
}

export type ProviderName = 'local' | 'stripe'

/** Whoever takes people's money for us. */
export interface PaymentProvider {
  readonly name: ProviderName
  readonly createIntent: (request: PaymentRequest) => Promise<PaymentIntent>
  /** The same without asking anybody, where a provider's intents follow from our own ids: saves the customer a trip. */
  readonly intentAtOnce?: (request: PaymentRequest) => PaymentIntent
  /** Asks for a refund; `done` is true when the provider already says that the money is on its way. */
  readonly refund: (request: RefundRequest) => Promise<{ readonly done: boolean }>
  /**
   * Reads a webhook. Undefined for facts we do not follow.
   * @throws Refusal `bad_signature`.
   */
  readonly readWebhook: (rawBody: Buffer, signature: string) => PaymentFact | undefined
}
