/** One side of a booking: debit positive, credit negative, in minor units. */
export interface Posting {
  readonly account: string
  readonly amountMinor: number
}

export interface PaidOrder {
  readonly provider: 'local' | 'stripe'
  readonly totalMinor: number
  readonly feeMinor: number
  /** The tax inside the total. */
  readonly taxMinor: number
  /** The tax inside the fee, part of `taxMinor`. */
  readonly feeTaxMinor: number
}

/** A private order paid in full: money at the provider against meals, delivery and output tax. */
export function paymentReceived({ provider, totalMinor, feeMinor, taxMinor, feeTaxMinor }: PaidOrder): Posting[] {
  const meals = totalMinor - feeMinor - (taxMinor - feeTaxMinor)
  return withoutZeros([
    { account: `cash:${provider}`, amountMinor: totalMinor },
    { account: 'revenue:meals', amountMinor: -meals },
    { account: 'revenue:delivery', amountMinor: -(feeMinor - feeTaxMinor) },
    { account: 'tax:output', amountMinor: -taxMinor },
  ])
}

/** A paid order is undone: revenue and tax go back, and we owe the money until the provider has returned it. */
export const refundOwed = (order: PaidOrder): Posting[] =>
  paymentReceived(order).map(({ account, amountMinor }) => ({
    account: account.startsWith('cash:') ? 'payable:refunds' : account,
    amountMinor: -amountMinor,
  }))

/** The provider returned what we owed. */
export const refundPaid = (provider: 'local' | 'stripe', totalMinor: number): Posting[] =>
  withoutZeros([
    { account: 'payable:refunds', amountMinor: totalMinor },
    { account: `cash:${provider}`, amountMinor: -totalMinor },
  ])

/** Money came in for an order that could not be kept any more: owed back from the first moment. */
export const paymentUnwanted = (provider: 'local' | 'stripe', totalMinor: number): Posting[] =>
  withoutZeros([
    { account: `cash:${provider}`, amountMinor: totalMinor },
    { account: 'payable:refunds', amountMinor: -totalMinor },
  ])

const withoutZeros = (postings: readonly Posting[]): Posting[] =>
  postings.filter(({ amountMinor }) => amountMinor !== 0)
