import { and, eq } from 'drizzle-orm'
import type { App } from '../../platform/app'
import { fapiao } from '../schema/invoices'
import { request } from './request-fapiao'

export interface OwnRefund {
  readonly orderId: string
  readonly refundId: string
  /** What goes back to the person. */
  readonly amountMinor: number
}

/** A refund of what is on somebody's fapiao takes that back with a red one, once a refund; no fapiao, nothing to take back. */
export async function reverseFapiao(app: App, { orderId, refundId, amountMinor }: OwnRefund): Promise<void> {
  const own = and(eq(fapiao.subject, orderId), eq(fapiao.payer, 'person'), eq(fapiao.kind, 'blue'))
  const [blue] = await app.db.select().from(fapiao).where(own).for('update')
  if (!blue || amountMinor <= 0 || blue.netOf.includes(refundId)) return
  const { operatorId, payer, payerId, subject, title, taxNumber } = blue
  const of = { operatorId, payer, payerId, subject, title, taxNumber, netOf: [] }
  await request(app, { ...of, kind: 'red', cause: refundId, reverses: blue.id, amountMinor })
}
