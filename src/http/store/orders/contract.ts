import { z } from 'zod'
import { Allergens } from '../../../kernel/allergens'
import { GroupStatus, OrderStatus } from '../../../kernel/order-status'
import { MealPeriod, ServiceDate } from '../../../kernel/time'
import { endpoint } from '../../endpoint'
import { Id, Instant, Text } from '../../shapes'
import { Slot, Payer, Contact, Items, OrderFields, PlaceOrder } from '../basket/contract'
import { Place } from '../contract'

/** Orders, and paying and cancelling them. Amounts are integer minor units. */

export const OrderGroup = z.object({
  id: Id,
  menuDayId: Id,
  site: Text,
  serviceDate: ServiceDate,
  period: MealPeriod,
  status: GroupStatus,
  zone: z.string(),
  servesFrom: Instant,
  servesTo: Instant,
  cutoffAt: Instant,
  /** The narrow window it was ordered for, if one was chosen. */
  slot: Slot.nullable(),
  /** Shown to the customer only, said or shown at the hand-over. Null until the order is paid. */
  handoverCode: z.string().nullable(),
  lines: z.array(
    z.object({
      id: Id,
      dishId: Id,
      name: Text,
      art: z.string(),
      quantity: z.number().int(),
      unitMinor: z.number().int(),
      allergens: Allergens,
      /** Declared allergens it has, or may have, that were taken all the same. */
      acknowledged: z.array(z.string()),
      /** What was ordered, where another dish came in its place. */
      was: Text.nullable(),
      /** Taken off after the order was placed; its money went back. */
      removed: z.boolean(),
    }),
  ),
})

/** A part of an order no kitchen cooks: a slot, a stay, seats, a harvest. */
export const OrderBooking = z.object({
  id: Id,
  bookingId: Id,
  kind: z.string(),
  name: Text,
  quantity: z.number().int(),
  status: GroupStatus,
  zone: z.string(),
  startsAt: Instant,
  endsAt: Instant,
  priceMinor: z.number().int(),
  taxMinor: z.number().int(),
  refundedMinor: z.number().int(),
})

export const Order = z.object({
  id: Id,
  number: z.string(),
  status: OrderStatus,
  place: Place,
  contact: Contact,
  note: z.string(),
  itemsMinor: z.number().int(),
  feeMinor: z.number().int(),
  totalMinor: z.number().int(),
  taxMinor: z.number().int(),
  currency: z.string(),
  receivedAt: Instant,
  /** Until when the portions are kept for an unpaid order. */
  holdExpiresAt: Instant.nullable(),
  /** True while it may still be cancelled. */
  cancellable: z.boolean(),
  refund: z.enum(['none', 'under_way', 'done']),
  refundedMinor: z.number().int(),
  /** Who pays, in tender order; empty where the person pays alone. */
  payers: z.array(Payer),
  /** The person's own part. */
  dueMinor: z.number().int(),
  /** What went back since, and to whom: null names the person's own payment. */
  returns: z.array(
    z.object({
      cause: z.enum(['sold_out', 'cancelled']),
      lineIds: z.array(Id),
      totalMinor: z.number().int(),
      status: z.enum(['refunding', 'refunded', 'failed']),
      parts: z.array(z.object({ name: Text.nullable(), amountMinor: z.number().int() })),
    }),
  ),
  groups: z.array(OrderGroup),
  bookings: z.array(OrderBooking),
  /** Watch the stream from here to miss nothing. */
  version: z.number().int(),
})

/** How to pay: the local provider's page, or what Stripe's own form needs. */
export const Payment = z.discriminatedUnion('provider', [
  z.object({ provider: z.literal('local'), intentId: Id, url: z.string() }),
  z.object({
    provider: z.literal('stripe'),
    intentId: Id,
    clientSecret: z.string(),
    publishableKey: z.string().nullable(),
  }),
])

/** An order that was just taken, with its payment where that is open already; ask for it otherwise. */
export const NewOrder = Order.extend({ payment: Payment.nullable() })

export const placeOrder = endpoint({
  method: 'post',
  path: '/api/store/orders',
  summary: 'Takes the order and holds its portions until it is paid',
  who: ['guest'],
  body: PlaceOrder,
  answer: NewOrder,
  status: 201,
  idempotent: true,
  rush: true,
})

export const listOrders = endpoint({
  method: 'get',
  path: '/api/store/orders',
  summary: "The caller's own orders, newest first",
  who: ['guest'],
  query: z.object({ before: Instant.optional() }),
  answer: z.object({ orders: z.array(Order) }),
})

export const showOrder = endpoint({
  method: 'get',
  path: '/api/store/orders/:orderId',
  summary: "One of the caller's own orders",
  who: ['guest'],
  params: z.object({ orderId: Id }),
  answer: Order,
})

export const watchOrder = endpoint({
  method: 'get',
  path: '/api/store/orders/:orderId/stream',
  summary:
    'Every change of an order, as it happens (event `status`; event `delivery` when its ETA or place changed; events `substituted` and `refund` when a dish ran out)',
  who: ['guest'],
  params: z.object({ orderId: Id }),
  query: z.object({ from: z.string().optional() }),
  answer: z.union([z.object({ groupId: Id, status: GroupStatus, at: Instant }), z.object({ groupId: Id })]),
  stream: true,
})

export const startPayment = endpoint({
  method: 'post',
  path: '/api/store/orders/:orderId/payments',
  summary: 'Starts paying an order, or goes on with the payment that is under way',
  who: ['guest'],
  params: z.object({ orderId: Id }),
  answer: Payment,
  status: 201,
})

export const decideLocalPayment = endpoint({
  method: 'post',
  path: '/api/store/local-payments/:intentId',
  summary: "The local provider's own page: pay or decline",
  who: ['guest'],
  params: z.object({ intentId: Id }),
  body: z.object({ decision: z.enum(['pay', 'decline']) }),
  /** No order where a meal card was filled. */
  answer: z.object({ orderId: Id.nullable(), status: z.enum(['succeeded', 'failed']) }),
  idempotent: true,
})

export const changeOrder = endpoint({
  method: 'post',
  path: '/api/store/orders/:orderId/changes',
  summary: 'Takes another order in place of one, or of one part of it, before its cut-off; refused, the old one stands',
  who: ['guest'],
  params: z.object({ orderId: Id }),
  body: OrderFields.extend({
    /** Meals; who wants nothing any more cancels. */
    items: Items,
    /** The part that is replaced; all of it without. */
    groupId: Id.optional(),
    /** What the person has to pay of the new one, with all that the old one held free again: a wrong sum is answered by the right one. */
    dueMinor: z.number().int().min(0),
  }),
  answer: NewOrder,
  status: 201,
  idempotent: true,
})

export const cancelOrder = endpoint({
  method: 'post',
  path: '/api/store/orders/:orderId/cancellation',
  summary: 'Cancels an order before its cut-off; the money goes back where it came from',
  who: ['guest'],
  params: z.object({ orderId: Id }),
  /** One part of the order; all of it without. */
  body: z.object({ groupId: Id.optional() }).optional(),
  answer: Order,
  idempotent: true,
})
