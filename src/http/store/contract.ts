import { z } from 'zod'
import { AllergenCode, Allergens } from '../../kernel/allergens'
import { MealPeriod, ServiceDate } from '../../kernel/time'
import { endpoint } from '../endpoint'
import { Id, Instant, Text } from '../shapes'

/** Everything a resident's page may ask for. Amounts are integer minor units. */

export const Community = z.object({
  id: Id,
  name: Text,
  district: Text,
  siteType: z.string(),
  households: z.number().int(),
})

export const City = z.object({
  id: Id,
  name: Text,
  zone: z.string(),
  currency: z.string(),
  communities: z.array(Community),
})

export const ServicePoint = z.object({
  id: Id,
  kind: z.enum(['door', 'lobby', 'locker', 'desk', 'canteen']),
  name: Text,
  feeMinor: z.number().int(),
})

export const Building = z.object({
  id: Id,
  name: Text,
  floors: z.number().int(),
  lift: z.boolean(),
  points: z.array(ServicePoint),
})

/** Where somebody is served, in full. */
export const Place = z.object({
  servicePointId: Id,
  kind: ServicePoint.shape.kind,
  point: Text,
  building: Text,
  buildingId: Id,
  community: Text,
  communityId: Id,
  city: Text,
  cityId: Id,
  zone: z.string(),
  currency: z.string(),
  feeMinor: z.number().int(),
})

export const Offer = z.object({
  id: Id,
  dishId: Id,
  name: Text,
  description: Text,
  category: z.string(),
  tags: z.array(z.string()),
  art: z.string(),
  priceMinor: z.number().int(),
  currency: z.string(),
  kcal: z.number(),
  allergens: Allergens,
  left: z.number().int(),
  soldOut: z.boolean(),
})

export const Menu = z.object({
  menuDayId: Id,
  site: z.object({ id: Id, name: Text }),
  serviceDate: ServiceDate,
  period: MealPeriod,
  zone: z.string(),
  cutoffAt: Instant,
  servesFrom: Instant,
  servesTo: Instant,
  open: z.boolean(),
  offers: z.array(Offer),
})

/** One chip of the day strip: which meals a place can order that day. */
export const MenuDate = z.object({
  date: ServiceDate,
  periods: z.array(z.object({ period: MealPeriod, open: z.boolean() })),
})

export const Item = z.object({ offerId: Id, quantity: z.number().int().min(1).max(99) })
export const Items = z
  .array(Item)
  .min(1)
  .max(50)
  .refine((items) => new Set(items.map(({ offerId }) => offerId)).size === items.length, {
    error: 'an offer appears twice',
  })

/** A narrow window of a meal: food comes inside it. */
export const Slot = z.object({ from: Instant, to: Instant })

/** With the company's money first, or privately at public prices. */
export const PayWith = z.enum(['company', 'private'])

/** Somebody who pays a part, with the reason: a code with its values, put in words by the page. */
export const Payer = z.object({
  /** `discount`, `grant`, `allowance`, `budget`, `purse`, or `payment` for the person's own. */
  kind: z.string(),
  name: Text,
  amountMinor: z.number().int(),
  refundedMinor: z.number().int(),
  /** The meal it pays for; null for all. */
  menuDayId: Id.nullable(),
  reason: z.object({ code: z.string(), params: z.record(z.string(), z.union([z.string(), z.number()])) }),
})

export const Quote = z.object({
  payWith: PayWith,
  /** Everybody who would pay, also with nothing, and why. */
  payers: z.array(Payer),
  /** What is left for the person to pay. */
  dueMinor: z.number().int(),
  itemsMinor: z.number().int(),
  feeMinor: z.number().int(),
  totalMinor: z.number().int(),
  taxMinor: z.number().int(),
  currency: z.string(),
  groups: z.array(
    z.object({
      menuDayId: Id,
      site: Text,
      serviceDate: ServiceDate,
      period: MealPeriod,
      servesFrom: Instant,
      servesTo: Instant,
      cutoffAt: Instant,
      feeMinor: z.number().int(),
      /** Why a rule asks another fee than the point itself; null where none does. */
      feeReason: Text.nullable(),
      /** What may be chosen at this place; none: food comes all through the meal. */
      slots: z.array(Slot),
      items: z.array(Item.extend({ name: Text, unitMinor: z.number().int(), totalMinor: z.number().int() })),
    }),
  ),
})

export const Contact = z.object({
  name: z.string().trim().min(1).max(40),
  phone: z.string().regex(/^\+?\d{7,15}$/),
})

export const PlaceOrder = z.object({
  servicePointId: Id,
  items: Items,
  contact: Contact,
  note: z.string().trim().max(200).default(''),
  /** Slots chosen from the quote's, by when they begin; a meal without one is brought all through its time. */
  slots: z
    .array(z.object({ menuDayId: Id, from: Instant }))
    .max(50)
    .default([]),
  /** The total the person saw; another one now is refused as `quote_changed`. */
  totalMinor: z.number().int().min(0),
  /** What of it the person saw as their own part; another one now is refused as `quote_changed`. */
  dueMinor: z.number().int().min(0).optional(),
  /** An employee's default is the company. */
  payWith: PayWith.optional(),
  usePurse: z.boolean().default(false),
  /** Whose meal it is, where the caller orders for a relative who agreed. */
  forPersonId: Id.optional(),
  /** Allergens the person declared and takes all the same; without them such a dish is refused as `allergen_declared`. */
  acknowledged: z.array(AllergenCode).max(14).default([]),
})

export const GroupStatus = z.enum([
  'awaiting_payment',
  'placed',
  'cooking',
  'ready',
  'on_the_way',
  'delivered',
  'failed',
  'cancelled',
])

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
      /** Taken off after the order was placed; its money went back. */
      removed: z.boolean(),
    }),
  ),
})

export const Order = z.object({
  id: Id,
  number: z.string(),
  status: z.enum(['awaiting_payment', 'placed', 'completed', 'cancelled', 'expired']),
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
  groups: z.array(OrderGroup),
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

export const listPlaces = endpoint({
  method: 'get',
  path: '/api/store/places',
  summary: 'Cities and their communities',
  who: ['anyone'],
  answer: z.object({ cities: z.array(City) }),
})

export const listBuildings = endpoint({
  method: 'get',
  path: '/api/store/communities/:communityId/buildings',
  summary: 'Buildings of a community and where meals are handed over in them',
  who: ['anyone'],
  params: z.object({ communityId: Id }),
  answer: z.object({ buildings: z.array(Building) }),
})

export const showMenu = endpoint({
  method: 'get',
  path: '/api/store/menu',
  summary: 'What a place can order on a day; by default the next meal that is open',
  who: ['anyone'],
  query: z.object({ servicePointId: Id, date: ServiceDate.optional(), period: MealPeriod.optional() }),
  answer: z.object({
    place: Place,
    now: Instant,
    dates: z.array(MenuDate),
    date: ServiceDate.nullable(),
    period: MealPeriod.nullable(),
    menus: z.array(Menu),
  }),
})

export const quote = endpoint({
  method: 'post',
  path: '/api/store/quotes',
  summary: 'What a basket costs now, in every part; holds nothing',
  who: ['anyone'],
  body: z.object({
    servicePointId: Id,
    items: Items,
    payWith: PayWith.optional(),
    usePurse: z.boolean().default(false),
    /** Whose meal it is, where the caller orders for a relative who agreed. */
    forPersonId: Id.optional(),
  }),
  answer: Quote,
})

export const placeOrder = endpoint({
  method: 'post',
  path: '/api/store/orders',
  summary: 'Takes the order and holds its portions until it is paid',
  who: ['guest'],
  body: PlaceOrder,
  answer: NewOrder,
  status: 201,
  idempotent: true,
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
  summary: 'Every change of an order, as it happens (event `status`; event `delivery` when its ETA or place changed)',
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
  answer: z.object({ orderId: Id, status: z.enum(['succeeded', 'failed']) }),
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
