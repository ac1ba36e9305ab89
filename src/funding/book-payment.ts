import type { App } from '../platform/app'
import { book } from './book'
import { type PaidOrder, paymentReceived, paymentUnwanted, refundOwed, refundPaid } from './domain/postings'

/** What happened to the money of one payment. */
export interface MoneyMove extends PaidOrder {
  readonly kind: 'received' | 'unwanted' | 'refund_owed' | 'refund_paid'
  readonly paymentId: string
  readonly operatorId: string
  readonly currency: string
}

/** Books a move of a payment's money, each kind once a payment. */
export const bookPayment = (app: App, move: MoneyMove): Promise<void> => {
  const { kind, paymentId, operatorId, currency } = move
  return book(app, { operatorId, currency, ref: `${kind}:${paymentId}`, postings: postingsOf(move) })
}

function postingsOf(move: MoneyMove) {
  switch (move.kind) {
    case 'received':
      return paymentReceived(move)
    case 'unwanted':
      return paymentUnwanted(move.provider, move.totalMinor)
    case 'refund_owed':
      return refundOwed(move)
    case 'refund_paid':
      return refundPaid(move.provider, move.totalMinor)
  }
}
