import type { ProviderName } from '../payments/port'

/** A bill for a company, paid some days later. Amounts in minor units; lines may be negative, their sum is not. */
export interface InvoiceRequest {
  /** Our id: the idempotency key, so that sending twice makes one. */
  readonly invoiceId: string
  /** What both sides say on the phone. */
  readonly number: string
  readonly customer: {
    /** The provider's own id of it, where it is known already. */
    readonly ref: string | null
    readonly name: string
    readonly taxNumber: string
  }
  readonly currency: string
  /** `YYYY-MM-DD` */
  readonly dueOn: string
  readonly lines: readonly { readonly text: string; readonly amountMinor: number }[]
}

export interface SentInvoice {
  /** The provider's ids. */
  readonly ref: string
  readonly customerRef: string | null
  /** Where it can be looked at and paid. */
  readonly url: string | null
}

/** Told by a provider, checked and in our words; repeats are normal. */
export interface InvoicePaid {
  readonly provider: ProviderName
  readonly ref: string
  readonly amountMinor: number
  readonly currency: string
}

/** Whoever sends our bills. @throws Refusal `payments_unavailable`. */
export interface InvoiceProvider {
  readonly name: ProviderName
  readonly send: (request: InvoiceRequest) => Promise<SentInvoice>
  /** How it stands; undefined where the provider does not know it. */
  readonly find: (ref: string) => Promise<{ readonly paid: boolean; readonly totalMinor: number } | undefined>
  /** Undefined for facts we do not follow. @throws Refusal `bad_signature`. */
  readonly readWebhook: (rawBody: Buffer, signature: string) => InvoicePaid | undefined
}
