import { sql } from 'drizzle-orm'
import type { App } from '../platform/app'
import { book } from './book'
import {
  type AccountPart,
  orderReceived,
  paymentUnwanted,
  refundBounced,
  refundOwed,
  refundPaid,
  type Takings,
} from './domain/postings'

interface Move {
  readonly operatorId: string
  readonly currency: string
}

interface AtProvider extends Move {
  readonly provider: 'local' | 'stripe'
}

interface Received extends AtProvider, Takings {
  readonly kind: 'received'
  readonly orderId: string
  readonly paymentId: string
  /** Who pays besides the person. */
  readonly payers: readonly AccountPart[]
}

interface Unwanted extends AtProvider {
  readonly kind: 'unwanted'
  readonly paymentId: string
  readonly totalMinor: number
}

interface Owed extends Move, Takings {
  readonly kind: 'refund_owed'
  readonly refundId: string
  readonly orderId: string
  readonly parts: readonly (AccountPart & { readonly seq: number })[]
  readonly paymentMinor: number
  readonly goodwillMinor: number
}

interface Paid extends AtProvider {
  readonly kind: 'refund_paid' | 'refund_bounced'
  readonly refundId: string
  /** Which time the provider was asked. */
  readonly attempt: number
  readonly totalMinor: number
}

/** What happened to the money of an order. */
export type MoneyMove = Received | Unwanted | Owed | Paid

/** Books a move of money, each kind once a payment or refund, and moves what its payers had promised. */
export async function bookPayment(app: App, move: MoneyMove): Promise<void> {
  const { operatorId, currency } = move
  const id = 'refundId' in move ? move.refundId : move.paymentId
  if (move.kind === 'received' && move.payers.length > 0) {
    await app.db.execute(sql`select funding.confirm(${move.orderId})`)
  }
  if (move.kind === 'refund_owed' && move.parts.length > 0) await giveBack(app, move)
  const again = 'attempt' in move && move.attempt > 1 ? `:${move.attempt}` : ''
  await book(app, { operatorId, currency, ref: `${move.kind}:${id}${again}`, postings: postingsOf(move) })
}

/** A payer that paid in several groups gets one sum. */
async function giveBack(app: App, { orderId, refundId, parts }: Owed): Promise<void> {
  const bySeq = new Map<number, number>()
  for (const { seq, amountMinor } of parts) bySeq.set(seq, (bySeq.get(seq) ?? 0) + amountMinor)
  const sums = JSON.stringify([...bySeq].map(([seq, amountMinor]) => ({ seq, amountMinor })))
  const at = app.now().toISOString()
  await app.db.execute(sql`select funding.give_back(${orderId}, ${refundId}, ${sums}::jsonb, ${at}::timestamptz)`)
}

function postingsOf(move: MoneyMove) {
  switch (move.kind) {
    case 'received':
      return orderReceived(move, move.payers, move.provider)
    case 'unwanted':
      return paymentUnwanted(move.provider, move.totalMinor)
    case 'refund_owed':
      return refundOwed(move, move)
    case 'refund_paid':
      return refundPaid(move.provider, move.totalMinor)
    case 'refund_bounced':
      return refundBounced(move.provider, move.totalMinor)
  }
}
