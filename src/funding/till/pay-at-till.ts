import { Refusal } from '../../kernel/refusal'
import type { PayersQuote, QuotedPayer } from '../domain/payers'
import type { TillPayment } from '../schema/till'

export interface PayAtTill {
  readonly siteId: string
  /** The meal that is sold: a till sells one at a time. */
  readonly groupKey: string
  readonly payment: TillPayment
  /** The guest's part as the cashier saw and said it. */
  readonly agreedMinor: number
  /** What was laid on the counter; cash only. */
  readonly givenMinor: number | null
}

const NAMES = {
  cash: { zh: '现金', en: 'Cash' },
  card_terminal: { zh: '刷卡机', en: 'Card terminal' },
  purse: { zh: '餐卡', en: 'Meal card' },
} as const

/**
 * Lets the till take what nobody else pays, so that the sale is firm at once: in the ledger it stands as the drawer's or the
 * terminal's of this canteen. A meal card pays within the quote, or not at all.
 * @throws Refusal `quote_changed`, `purse_short`, `too_little_cash`.
 */
export function payAtTill(quote: PayersQuote, paying: PayAtTill): PayersQuote {
  const { siteId, groupKey, payment, agreedMinor, givenMinor } = paying
  const { payers, unpaid, unpaidMinor } = quote
  if (payment === 'purse') {
    if (unpaidMinor > 0) throw new Refusal('purse_short')
    return quote
  }
  if (unpaidMinor !== agreedMinor) throw new Refusal('quote_changed', { seenMinor: agreedMinor, nowMinor: unpaidMinor })
  if (givenMinor !== null && givenMinor < unpaidMinor) throw new Refusal('too_little_cash')
  if (unpaidMinor === 0) return quote
  const till: QuotedPayer = {
    groupKey,
    seq: payers.length,
    kind: 'till',
    ref: payment,
    bucket: siteId,
    availableMinor: unpaidMinor,
    bucketLimitMinor: unpaidMinor,
    limitMinor: unpaidMinor,
    amountMinor: unpaidMinor,
    account: `cash:till:${siteId}:${payment}`,
    excludes: [],
    companyId: null,
    legalEntityId: null,
    costCentreId: null,
    name: NAMES[payment],
    reason: { code: `till_${payment}`, params: {} },
    byCharge: unpaid,
  }
  return { payers: [...payers, till], unpaid: new Map(), unpaidMinor: 0 }
}
