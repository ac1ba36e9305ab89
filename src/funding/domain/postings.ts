/** One side of a booking: debit positive, credit negative, in minor units. */
export interface Posting {
  readonly account: string
  readonly amountMinor: number
}

type Provider = 'local' | 'stripe'

/** What an order or a part of it comes to. */
export interface Takings {
  readonly totalMinor: number
  readonly feeMinor: number
  /** The tax inside the total. */
  readonly taxMinor: number
  /** The tax inside the fee, part of `taxMinor`. */
  readonly feeTaxMinor: number
  /** What of the total are bookings, and the tax inside them. */
  readonly bookedMinor?: number
  readonly bookedTaxMinor?: number
}

/** What somebody pays, by the account it is owed on. */
export interface AccountPart {
  readonly account: string
  readonly amountMinor: number
}

/** Meals, delivery and output tax against whoever pays: companies, funders and purses first, the rest at the provider. */
export function orderReceived(takings: Takings, payers: readonly AccountPart[], provider: Provider): Posting[] {
  const rest = takings.totalMinor - sum(payers)
  return withoutZeros([{ account: `cash:${provider}`, amountMinor: rest }, ...added(payers), ...revenue(takings, -1)])
}

export interface OwedBack {
  readonly parts: readonly AccountPart[]
  /** What goes back through the person's own payment. */
  readonly paymentMinor: number
  /** What the operator pays instead of somebody. */
  readonly goodwillMinor: number
}

/** A part of an order is undone: revenue and tax go back to the payers, and we owe the payment until it has returned. */
export const refundOwed = (takings: Takings, { parts, paymentMinor, goodwillMinor }: OwedBack): Posting[] =>
  withoutZeros([
    { account: 'payable:refunds', amountMinor: -paymentMinor },
    ...added(parts.map(({ account, amountMinor }) => ({ account, amountMinor: -amountMinor }))),
    { account: 'operator_goodwill', amountMinor: goodwillMinor },
    ...revenue(takings, 1),
  ])

/** The provider returned what we owed. */
export const refundPaid = (provider: Provider, totalMinor: number): Posting[] =>
  withoutZeros([
    { account: 'payable:refunds', amountMinor: totalMinor },
    { account: `cash:${provider}`, amountMinor: -totalMinor },
  ])

/** What seemed returned came back to us: owed again. */
export const refundBounced = (provider: Provider, totalMinor: number): Posting[] => refundPaid(provider, -totalMinor)

/** Money came in for an order that could not be kept any more: owed back from the first moment. */
export const paymentUnwanted = (provider: Provider, totalMinor: number): Posting[] =>
  withoutZeros([
    { account: `cash:${provider}`, amountMinor: totalMinor },
    { account: 'payable:refunds', amountMinor: -totalMinor },
  ])

function revenue({ totalMinor, feeMinor, taxMinor, feeTaxMinor, ...more }: Takings, side: 1 | -1): Posting[] {
  const bookings = (more.bookedMinor ?? 0) - (more.bookedTaxMinor ?? 0)
  const delivery = feeMinor - feeTaxMinor
  return [
    { account: 'revenue:meals', amountMinor: side * (totalMinor - taxMinor - delivery - bookings) },
    { account: 'revenue:delivery', amountMinor: side * delivery },
    { account: 'revenue:bookings', amountMinor: side * bookings },
    { account: 'tax:output', amountMinor: side * taxMinor },
  ]
}

/** One posting an account, in the order they come. */
function added(parts: readonly AccountPart[]): Posting[] {
  const byAccount = new Map<string, number>()
  for (const { account, amountMinor } of parts) byAccount.set(account, (byAccount.get(account) ?? 0) + amountMinor)
  return [...byAccount].map(([account, amountMinor]) => ({ account, amountMinor }))
}

const sum = (parts: readonly AccountPart[]): number => parts.reduce((total, { amountMinor }) => total + amountMinor, 0)

const withoutZeros = (postings: readonly Posting[]): Posting[] =>
  postings.filter(({ amountMinor }) => amountMinor !== 0)
