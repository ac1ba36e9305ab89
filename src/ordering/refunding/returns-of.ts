import { asc, inArray, ne, and } from 'drizzle-orm'
import { grouped } from '../../kernel/grouped'
import type { App } from '../../platform/app'
import { refundParts, refunds } from '../schema/payers'
import { GOODWILL_SEQ } from './read-paid'

/** Money that went back after an order was placed, and to whom. */
export interface Returned {
  readonly orderId: string
  /** Why: a kitchen ran out of these lines, or the customer called off. */
  readonly cause: 'sold_out' | 'cancelled'
  readonly lineIds: readonly string[]
  readonly totalMinor: number
  readonly status: 'refunding' | 'refunded' | 'failed'
  /** By the payer's place in the tender order. */
  readonly parts: readonly { readonly seq: number; readonly amountMinor: number }[]
}

/** What went back of some orders, oldest first; two queries, none where there are no orders. */
export async function returnsOf(app: App, orderIds: readonly string[]): Promise<Returned[]> {
  if (orderIds.length === 0) return []
  const rows = await app.db
    .select()
    .from(refunds)
    .where(inArray(refunds.orderId, [...orderIds]))
    .orderBy(asc(refunds.updatedAt), asc(refunds.id))
  const ids = rows.map(({ id }) => id)
  const paid = and(inArray(refundParts.refundId, ids), ne(refundParts.seq, GOODWILL_SEQ))
  const parts = grouped(await app.db.select().from(refundParts).where(paid), ({ refundId }) => refundId)
  return rows.map(({ id, orderId, cause, lineIds, totalMinor, status }) => {
    const bySeq = grouped(parts.get(id) ?? [], ({ seq }) => seq)
    return {
      orderId,
      cause: cause.startsWith('sold_out:') ? 'sold_out' : 'cancelled',
      lineIds,
      totalMinor,
      status,
      parts: [...bySeq].map(([seq, own]) => {
        return { seq, amountMinor: own.reduce((sum, { amountMinor }) => sum + amountMinor, 0) }
      }),
    }
  })
}
