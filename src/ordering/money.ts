import type { ServiceDate } from '../kernel/time'
import type { App } from '../platform/app'

interface Move {
  readonly operatorId: string
  readonly currency: string
}

/** The parts of an amount that revenue and tax are booked by. */
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

/** A payer's part by its ledger account. */
export interface AccountPart {
  readonly account: string
  readonly amountMinor: number
}

/** One thing to be paid in a fulfilment group. */
export interface GroupCharge {
  readonly id: string
  readonly kind: 'food' | 'delivery_fee'
  readonly amountMinor: number
  readonly taxBps: number
}

/** Who paid a group, in tender order, with what of it they paid. */
export interface GroupPayer {
  readonly id: string
  readonly limitMinor: number
  readonly excludes: readonly string[]
}

/** Every move of money that ordering knows of. */
export type MoneyMove =
  | (Move &
      Takings & {
        readonly kind: 'received'
        readonly orderId: string
        readonly paymentId: string
        readonly provider: 'local' | 'stripe'
        readonly payers: readonly AccountPart[]
      })
  | (Move & {
      readonly kind: 'unwanted'
      readonly paymentId: string
      readonly provider: 'local' | 'stripe'
      readonly totalMinor: number
    })
  | (Move &
      Takings & {
        readonly kind: 'refund_owed'
        readonly refundId: string
        readonly orderId: string
        /** What goes back to each payer but the person's own payment. */
        readonly parts: readonly (AccountPart & { readonly seq: number })[]
        readonly paymentMinor: number
        readonly goodwillMinor: number
      })
  | (Move & {
      readonly kind: 'refund_paid' | 'refund_bounced'
      readonly refundId: string
      /** Which time the provider was asked. */
      readonly attempt: number
      readonly provider: 'local' | 'stripe'
      readonly totalMinor: number
    })

/** Books a move of money, in our transaction. */
export type BookMoney = (app: App, move: MoneyMove) => Promise<void>

/** The operator's part in a replay: what it takes over, so that nobody else pays more. */
export const GOODWILL = 'operator_goodwill'

/** What the one who knows the money does for us; handed in by the door, since ledger and payers are another context's. */
export interface Funds {
  readonly book: BookMoney
  /** What each payer gets back when some charges had never been there; negative for `GOODWILL`, which pays. */
  readonly replay: (
    paid: { readonly charges: readonly GroupCharge[]; readonly payers: readonly GroupPayer[] },
    without: ReadonlySet<string>,
    broken: ReadonlySet<string>,
  ) => ReadonlyMap<string, number>
  /** Which payers (by `seq`) would not have paid at all, had a meal of the order been so small from the start. */
  readonly broken: (
    app: App,
    orderId: string,
    food: { readonly beforeMinor: number; readonly leftMinor: number },
  ) => Promise<readonly number[]>
  /** Frees what orders that never became firm had reserved. */
  readonly release: (app: App, orderIds: readonly string[]) => Promise<void>
  /**
   * Reserves again what was freed of an order that is paid after all, to the same amounts.
   * @throws Refusal where it is gone.
   */
  readonly retake: (app: App, orderId: string, today: ServiceDate) => Promise<void>
}
