/** What we ask a provider to take. */
export interface PaymentRequest {
  /** Our id of the payment: the provider's idempotency key, so that asking twice makes one intent. */
  readonly paymentId: string
  /** None where a meal card is filled. */
  readonly orderId: string | null
  readonly amountMinor: number
  readonly currency: string
}

export interface PaymentIntent {
  readonly intentId: string
  /** What the provider's own form in the browser needs; null where the provider has a page of its own. */
  readonly clientSecret: string | null
}

export interface RefundRequest {
  readonly refundId: string
  /** 1, and one more after each that the provider said had failed. Refund and attempt are the idempotency key. */
  readonly attempt: number
  readonly intentId: string
  readonly amountMinor: number
}

/** What a provider says of a refund: only `succeeded` and `failed` are its last words. */
export type RefundState = 'pending' | 'succeeded' | 'failed'

/** What a provider tells us, checked and in our words. Repeated and out-of-order facts are normal. */
export interface PaymentFact {
  readonly provider: ProviderName
  readonly eventId: string
  readonly intentId: string
  readonly outcome: 'succeeded' | 'failed' | 'refunded' | 'refund_failed'
  /** Our id of the refund and its attempt, where the provider repeats them. */
  readonly refundId?: string | undefined
  readonly attempt?: number | undefined
  readonly amountMinor: number
  readonly currency: string
}

export type ProviderName = 'local' | 'stripe'

/** Whoever takes people's money for us. Every question may be repeated. @throws Refusal `payments_unavailable`. */
export interface PaymentProvider {
  readonly name: ProviderName
  readonly createIntent: (request: PaymentRequest) => Promise<PaymentIntent>
  /** The same without asking anybody, where a provider's intents follow from our own ids: saves the customer a trip. */
  readonly intentAtOnce?: (request: PaymentRequest) => PaymentIntent
  /** Asks for a refund, once for each attempt. What the provider refuses to give back has failed. */
  readonly refund: (request: RefundRequest) => Promise<RefundState>
  /** How an earlier refund stands now; undefined where the provider has never heard of it. */
  readonly refundState: (request: RefundRequest) => Promise<RefundState | undefined>
  /**
   * Reads a webhook. Undefined for facts we do not follow.
   * @throws Refusal `bad_signature`.
   */
  readonly readWebhook: (rawBody: Buffer, signature: string) => PaymentFact | undefined
}
