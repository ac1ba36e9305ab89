import { and, asc, eq, inArray } from 'drizzle-orm'
import type { App } from '../../platform/app'
import { feeCharge, PAYMENT } from '../domain/payers'
import { DELIVERY_TAX_BPS } from '../domain/policy'
import { GOODWILL, type GroupCharge, type GroupPayer } from '../money'
import { fulfilmentGroups, orderLines } from '../schema/orders'
import { orderPayers, orderShares, refundParts } from '../schema/payers'

/** The operator's place among an order's payers. */
export const GOODWILL_SEQ = -1

/** One fulfilment group as it stands: what is still in it and who paid for that. */
export interface PaidGroup {
  readonly groupId: string
  /** The food that was ordered, what came off since included. */
  readonly orderedMinor: number
  readonly charges: readonly GroupCharge[]
  /** By `seq` as text; goodwill last. */
  readonly payers: readonly GroupPayer[]
  readonly accounts: ReadonlyMap<string, string>
}

/** The groups of an order with what is still in them; the order's row must be locked. Four queries. */
export async function readPaid({ db }: App, orderId: string, groupIds: readonly string[]): Promise<PaidGroup[]> {
  const groups = await db
    .select({ id: fulfilmentGroups.id, feeMinor: fulfilmentGroups.feeMinor })
    .from(fulfilmentGroups)
    .where(and(eq(fulfilmentGroups.orderId, orderId), inArray(fulfilmentGroups.id, [...groupIds])))
    .orderBy(asc(fulfilmentGroups.id))
  const lines = await db.select().from(orderLines).where(eq(orderLines.orderId, orderId)).orderBy(asc(orderLines.id))
  const payers = await db
    .select()
    .from(orderPayers)
    .where(eq(orderPayers.orderId, orderId))
    .orderBy(asc(orderPayers.seq))
  const moved = await db
    .select({ groupId: orderShares.groupId, seq: orderShares.seq, amountMinor: orderShares.amountMinor })
    .from(orderShares)
    .where(eq(orderShares.orderId, orderId))
  const back = await db.select().from(refundParts).where(eq(refundParts.orderId, orderId))
  const all = [...moved, ...back.map(({ amountMinor, ...part }) => ({ ...part, amountMinor: -amountMinor }))]
  return groups.map(({ id: groupId, feeMinor }) => {
    const ordered = lines.filter((line) => line.groupId === groupId)
    const food = ordered.filter(({ refundId }) => refundId === null)
    const orderedMinor = sum(ordered.map(({ quantity, unitMinor }) => quantity * unitMinor))
    const charges: GroupCharge[] = [
      ...food.map(({ id, quantity, unitMinor, taxBps }) => ({
        id,
        kind: 'food' as const,
        amountMinor: quantity * unitMinor,
        taxBps,
      })),
      { id: feeCharge(groupId), kind: 'delivery_fee', amountMinor: feeMinor, taxBps: DELIVERY_TAX_BPS },
    ]
    const total = sum(charges.map(({ amountMinor }) => amountMinor))
    const paid = (seq: number) =>
      sum(all.filter((part) => part.groupId === groupId && part.seq === seq).map(({ amountMinor }) => amountMinor))
    // an order without payers is paid by its person alone, whatever is still in it
    const rows = payers.length > 0 ? payers : [{ seq: 0, kind: PAYMENT, account: '', excludes: [] as string[] }]
    const own = rows.map(({ seq, excludes }) => {
      const limitMinor = payers.length > 0 ? paid(seq) : total
      return { id: String(seq), limitMinor, excludes }
    })
    const goodwill = { id: GOODWILL, limitMinor: paid(GOODWILL_SEQ), excludes: [] }
    const accounts = new Map(rows.map(({ seq, account }) => [String(seq), account]))
    return {
      groupId,
      orderedMinor,
      charges,
      payers: [...own.filter(({ limitMinor }) => limitMinor > 0), goodwill],
      accounts,
    }
  })
}

const sum = (amounts: readonly number[]): number => amounts.reduce((a, b) => a + b, 0)
