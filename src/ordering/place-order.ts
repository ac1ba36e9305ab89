import { type SQL, sql } from 'drizzle-orm'
import { Refusal } from '../kernel/refusal'
import type { App } from '../platform/app'
import { publishing } from '../platform/outbox'
import type { PaymentIntent, PaymentProvider } from '../platform/payments/port'
import { rethrowRefused } from '../platform/refused'
import { INGRESS_GRACE_MS } from './domain/policy'
import { type Draft, draftOrder, type OrderWish } from './draft-order'
import { BookingsPaid, OrderCompleted, OrderPlaced } from './events'
import type { OrderDetail } from './order-details'
import { paymentIdOf } from './start-payment'

/** What the one who knows the payers' money needs to take their parts, in the statement that writes the order. */
export interface OrderToPay {
  readonly orderId: string
  readonly operatorId: string
  readonly personId: string
  readonly currency: string
  readonly totalMinor: number
  readonly feeMinor: number
  readonly taxMinor: number
  readonly feeTaxMinor: number
  /** Nothing is left to pay: booked at once. */
  readonly firm: boolean
}

/** Says in SQL how the other payers' parts are taken; handed in by the door, since their money is another context's. */
export type TakePayers = (order: OrderToPay, now: Date) => SQL

export interface PlaceOrder extends OrderWish {
  /** The total the person agreed to. */
  readonly agreedMinor: number
  /** What the person agreed to pay of it; undefined where they did not say. */
  readonly agreedDueMinor?: number | undefined
  readonly takePayers: TakePayers
  /** Who will take the money: its intent is opened with the order where that needs no question. */
  readonly provider: PaymentProvider
}

export interface PlacedOrder extends OrderDetail {
  readonly intent: PaymentIntent | undefined
}

/**
 * Holds the portions, takes what each payer owes and writes the order, all or nothing, in one round trip. Where nothing is
 * left to pay the order is firm, booked and announced by the same statement.
 * @throws Refusal `quote_changed`, `sold_out`, `cutoff_passed`, and what a payer says.
 */
export async function placeOrder(app: App, input: PlaceOrder): Promise<PlacedOrder> {
  const { agreedMinor, agreedDueMinor, takePayers, provider, ...wish } = input
  const { totalMinor } = wish.quote
  const { unpaidMinor } = wish.payers
  if (totalMinor !== agreedMinor) throw new Refusal('quote_changed', { seenMinor: agreedMinor, nowMinor: totalMinor })
  if (agreedDueMinor !== undefined && agreedDueMinor !== unpaidMinor)
    throw new Refusal('quote_changed', { seenMinor: agreedDueMinor, nowMinor: unpaidMinor })
  const now = app.now()
  const { shares, ...draft } = draftOrder(wish, now)
  const { order, groups, booked, payers } = draft
  const firm = unpaidMinor === 0
  const { intent, payment } = firm
    ? { intent: undefined, payment: undefined }
    : openAtOnce(draft, unpaidMinor, provider)
  const lines = groups.flatMap((group) => group.lines)
  const paid = payers.length > 0 ? { payers, shares } : {}
  const written = { ...order, now, groups, lines, payment, firm, dueMinor: unpaidMinor, ...paid }
  const placing = sql`ordering.place_order(${JSON.stringify(written)}::jsonb, ${`${INGRESS_GRACE_MS} milliseconds`}::interval)`
  const further = [
    ...(payers.some(({ account }) => account !== '') ? [takePayers({ ...order, orderId: order.id, firm }, now)] : []),
    ...(firm ? [order.atCounter ? handedOver(order) : announcing(draft, now)] : []),
    ...(booked.length > 0 ? [placingBooked(draft, firm)] : []),
  ]
  const { rows } = await app.db.execute<{ number: string }>(inOne(placing, further)).catch(rethrowRefused)
  return { ...draft, order: { ...order, number: rows[0]?.number ?? '' }, intent }
}

/** The order first: it locks its pools before anybody's money. */
const inOne = (placing: SQL, further: readonly SQL[]): SQL =>
  further.length === 0
    ? sql`select ${placing} as number`
    : sql`with placed as materialized (select ${placing} as number) select number, ${sql.join([...further], sql`, `)} from placed`

function openAtOnce({ order }: Pick<OrderDetail, 'order'>, amountMinor: number, provider: PaymentProvider) {
  const paymentId = paymentIdOf(order.id, 1)
  const intent = provider.intentAtOnce?.({ paymentId, orderId: order.id, amountMinor, currency: order.currency })
  return { intent, payment: intent && { id: paymentId, provider: provider.name, intentId: intent.intentId } }
}

/** Bookings are written beside the meals; nothing left to pay makes them firm at once. */
function placingBooked({ order, booked }: Pick<OrderDetail, 'order' | 'booked'>, firm: boolean): SQL {
  const placing = sql`ordering.place_booked(${JSON.stringify(booked)}::jsonb)`
  const fact = { orderId: order.id, bookingIds: booked.map(({ bookingId }) => bookingId) }
  return firm ? sql`${placing}, ${publishing(BookingsPaid, [fact], [])}` : placing
}

/** Nobody has to cook or bring it: only the record wants to know. */
const handedOver = ({ id: orderId, operatorId }: OrderDetail['order']): SQL =>
  publishing(OrderCompleted, [{ orderId, operatorId }], [])

function announcing({ groups }: Omit<Draft, 'shares'>, now: Date): SQL {
  const facts = groups.map(({ id: groupId, ...group }) => ({ ...group, groupId }))
  const told = groups.map(({ id: groupId, orderId }) => {
    return { topic: `order:${orderId}`, event: 'status', data: { groupId, status: 'placed', at: now.toISOString() } }
  })
  const named = facts.map(({ lines, ...fact }) => ({
    ...fact,
    lines: lines.map(({ id, ...line }) => ({ ...line, lineId: id })),
  }))
  return publishing(OrderPlaced, named, told)
}
