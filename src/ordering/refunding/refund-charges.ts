import { and, eq, inArray, sql } from 'drizzle-orm'
import type { App } from '../../platform/app'
import { newId } from '../../platform/id'
import { publish } from '../../platform/outbox'
import { takingsOf } from '../domain/takings'
import { RefundDue } from '../events'
import { type Funds, GOODWILL } from '../money'
import { orderLines, type orders } from '../schema/orders'
import { refundParts, refunds } from '../schema/payers'
import { payments } from '../schema/payments'
import { GOODWILL_SEQ, type PaidGroup, readPaid } from './read-paid'

export interface RefundCharges {
  /** Locked by the caller, and firm. */
  readonly order: typeof orders.$inferSelect
  /** One refund a cause: a second one with the same cause does nothing. */
  readonly cause: string
  /** What comes off: whole groups, or lines of them. */
  readonly off: ReadonlyMap<string, 'all' | readonly string[]>
  /** Whether it is our fault: grants that break then are the operator's to pay. */
  readonly ourFault: boolean
}

interface Part {
  readonly groupId: string
  readonly seq: number
  readonly account: string
  readonly amountMinor: number
}

/**
 * Takes charges off a firm order as if they had never been ordered and gives each payer back what it paid too much: payers'
 * money at once, the person's own through the provider that took it. Returns the refund's id; undefined when that cause
 * was refunded before or nothing is left of it.
 */
export async function refundCharges(app: App, funds: Funds, input: RefundCharges): Promise<string | undefined> {
  const { order, cause, off, ourFault } = input
  const { id: orderId, operatorId, currency } = order
  const groups = await readPaid(app, orderId, [...off.keys()])
  const refundId = newId('ref')
  const lineIds: string[] = []
  const parts: Part[] = []
  const gone = []
  for (const group of groups) {
    const wanted = off.get(group.groupId)
    const without = group.charges.filter(({ id }) => wanted === 'all' || wanted?.includes(id))
    if (without.length === 0) continue
    gone.push(...without)
    lineIds.push(...without.filter(({ kind }) => kind === 'food').map(({ id }) => id))
    const names = new Set(without.map(({ id }) => id))
    const broken = ourFault ? await brokenIn(app, funds, orderId, group, names) : []
    parts.push(...partsOf(group, funds.replay(group, names, new Set(broken.map(String)))))
  }
  if (gone.length === 0) return undefined
  const totalMinor = sum(parts.filter(({ seq }) => seq !== GOODWILL_SEQ))
  const goodwillMinor = -sum(parts.filter(({ seq }) => seq === GOODWILL_SEQ))
  const toPayment = parts.filter(({ seq, account }) => seq !== GOODWILL_SEQ && account === '')
  const paymentMinor = sum(toPayment)
  const [payment] = await app.db
    .select({ id: payments.id })
    .from(payments)
    .where(and(eq(payments.orderId, orderId), eq(payments.status, 'succeeded')))
    .orderBy(payments.id)
  const status = paymentMinor > 0 ? ('refunding' as const) : ('refunded' as const)
  const amounts = {
    totalMinor,
    paymentMinor,
    goodwillMinor,
    paymentId: paymentMinor > 0 ? (payment?.id ?? null) : null,
  }
  const fresh = await app.db
    .insert(refunds)
    .values({ id: refundId, orderId, cause, ...amounts, lineIds, status, updatedAt: app.now() })
    .onConflictDoNothing()
    .returning({ id: refunds.id })
  if (fresh.length === 0) return undefined

  await takeOff(app, refundId, orderId, lineIds, parts)
  const back = parts.filter(({ account }) => account !== '').map(({ groupId: _groupId, ...part }) => part)
  const takings = takingsOf(gone)
  await funds.book(app, {
    kind: 'refund_owed',
    operatorId,
    currency,
    orderId,
    refundId,
    ...takings,
    parts: back,
    paymentMinor,
    goodwillMinor,
  })
  if (paymentMinor > 0) await publish(app.db, RefundDue, { refundId, orderId })
  return refundId
}

async function brokenIn(app: App, funds: Funds, orderId: string, group: PaidGroup, without: ReadonlySet<string>) {
  const food = group.charges.filter(({ id, kind }) => kind === 'food' && !without.has(id))
  const broken = await funds.broken(app, orderId, { beforeMinor: group.orderedMinor, leftMinor: sum(food) })
  return broken.filter((seq) => group.payers.some(({ id }) => id === String(seq)))
}

const partsOf = ({ groupId, accounts }: PaidGroup, refunded: ReadonlyMap<string, number>): Part[] =>
  [...refunded]
    .filter(([, amountMinor]) => amountMinor !== 0)
    .map(([id, amountMinor]) => {
      if (id === GOODWILL) return { groupId, seq: GOODWILL_SEQ, account: '', amountMinor }
      return { groupId, seq: Number(id), account: accounts.get(id) ?? '', amountMinor }
    })

/** Notes what came off and what went back, so that the next refund starts from what is left. */
async function takeOff(app: App, refundId: string, orderId: string, lineIds: string[], parts: Part[]): Promise<void> {
  if (lineIds.length > 0) await app.db.update(orderLines).set({ refundId }).where(inArray(orderLines.id, lineIds))
  if (parts.length === 0) return
  await app.db
    .insert(refundParts)
    .values(parts.map(({ account: _account, ...part }) => ({ refundId, orderId, ...part })))
  await app.db.execute(sql`
    update ordering.order_payers p set refunded_minor = refunded_minor + back.amount
    from (select seq, sum(amount_minor)::int as amount from ordering.refund_parts where refund_id = ${refundId} group by seq) back
    where p.order_id = ${orderId} and p.seq = back.seq`)
}

const sum = (parts: readonly { readonly amountMinor: number }[]): number =>
  parts.reduce((total, { amountMinor }) => total + amountMinor, 0)
