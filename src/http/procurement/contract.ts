import { z } from 'zod'
import { ServiceDate } from '../../kernel/time'
import { endpoint } from '../endpoint'
import { Id, Instant, Text } from '../shapes'
import { Lot, Order, OrderRow, OrderStatus, ReceiptLine, Review, Unit, UnplannedReason } from './shapes'

/** Everything the procurement console may ask for. Quantities are integers of the ingredient's unit, amounts fen. */

const Named = z.object({ id: Id, name: Text })

const who = ['procurement', 'operator'] as const
const orderId = z.object({ orderId: Id })
const Search = z.string().trim().max(60)

export const overview = endpoint({
  method: 'get',
  path: '/api/procurement/overview',
  summary: 'Figures of the day, each the length of a list, and what the filters may choose',
  who,
  answer: z.object({
    today: ServiceDate,
    /** Where each tenant's stream stood: watch from here. */
    streams: z.array(z.object({ operatorId: Id, version: z.number().int() })),
    count: z.object({
      proposals: z.number().int(),
      proposedMinor: z.number().int(),
      arriving: z.number().int(),
      overdue: z.number().int(),
      unconfirmed: z.number().int(),
      expiring: z.number().int(),
      shortages: z.number().int(),
      /** Undelivered goods that hit a menu, not covered yet. */
      gaps: z.number().int(),
      discrepancies: z.number().int(),
      /** Count sheets that wait for somebody. */
      counts: z.number().int(),
      transfers: z.number().int(),
      /** Papers that end within 30 days or wait to be looked at. */
      papers: z.number().int(),
    }),
    sites: z.array(
      Named.extend({
        operatorId: Id,
        zone: z.string(),
        plannedAt: Instant.nullable(),
        unplanned: z.array(z.object({ ingredient: Text, reason: UnplannedReason })),
      }),
    ),
    suppliers: z.array(Named),
  }),
})

export const listOrders = endpoint({
  method: 'get',
  path: '/api/procurement/orders',
  summary: 'Proposals and purchase orders, the next delivery first',
  who,
  query: z.object({
    /** One or more, separated by commas. */
    status: z
      .string()
      .transform((list) => list.split(','))
      .pipe(z.array(OrderStatus))
      .optional(),
    siteId: Id.optional(),
    supplierId: Id.optional(),
    deliverOn: ServiceDate.optional(),
    deliverBefore: ServiceDate.optional(),
    search: Search.optional(),
  }),
  answer: z.object({ orders: z.array(OrderRow) }),
})

export const showOrder = endpoint({
  method: 'get',
  path: '/api/procurement/orders/:orderId',
  summary: 'One order with the reason of every quantity, its receipts and who did what',
  who,
  params: orderId,
  answer: Order,
})

export const approveOrder = endpoint({
  method: 'post',
  path: '/api/procurement/orders/:orderId/approve',
  summary: 'Stand behind a proposal: it goes to its supplier',
  who,
  params: orderId,
  answer: Order,
  idempotent: true,
})

export const cancelOrder = endpoint({
  method: 'post',
  path: '/api/procurement/orders/:orderId/cancel',
  summary: 'Reject a proposal, or call an order off before anything came',
  who,
  params: orderId,
  body: z.object({ reason: z.string().trim().max(200) }),
  answer: Order,
  idempotent: true,
})

export const restoreOrder = endpoint({
  method: 'post',
  path: '/api/procurement/orders/:orderId/restore',
  summary: 'Take a rejection back',
  who,
  params: orderId,
  answer: Order,
  idempotent: true,
})

export const changeLine = endpoint({
  method: 'put',
  path: '/api/procurement/orders/:orderId/lines/:lineId',
  summary: 'Order another number of packs than proposed',
  who,
  params: z.object({ orderId: Id, lineId: Id }),
  body: z.object({ packs: z.number().int().min(0).max(10_000) }),
  answer: Order,
})

export const receiveGoods = endpoint({
  method: 'post',
  path: '/api/procurement/orders/:orderId/receipts',
  summary: 'Put what came on the shelf, lot by lot',
  who,
  params: orderId,
  body: z.object({ lines: z.array(ReceiptLine).min(1).max(200), final: z.boolean().default(false) }),
  answer: Order,
  status: 201,
  idempotent: true,
})

export const requestReview = endpoint({
  method: 'post',
  path: '/api/procurement/reviews',
  summary: 'Plan a site now',
  who,
  body: z.object({ siteId: Id }),
  answer: Review,
  status: 202,
  idempotent: true,
})

export const showReview = endpoint({
  method: 'get',
  path: '/api/procurement/reviews/:reviewId',
  summary: 'Whether a plan has finished, and what it proposed',
  who,
  params: z.object({ reviewId: Id }),
  answer: Review,
})

export const listLots = endpoint({
  method: 'get',
  path: '/api/procurement/lots',
  summary: 'Stock by lot, the earliest expiry first',
  who,
  query: z.object({ siteId: Id.optional(), expiresBy: ServiceDate.optional(), search: Search.optional() }),
  answer: z.object({ today: ServiceDate, lots: z.array(Lot) }),
})

export const listShortages = endpoint({
  method: 'get',
  path: '/api/procurement/shortages',
  summary: 'What batches needed in the last seven days and no lot covered',
  who,
  answer: z.object({
    shortages: z.array(
      z.object({
        batchId: z.string(),
        site: Text,
        ingredient: Text,
        unit: Unit,
        quantity: z.number().int(),
        at: Instant,
      }),
    ),
  }),
})

export const watchOrders = endpoint({
  method: 'get',
  path: '/api/procurement/stream/:operatorId',
  summary:
    'What moves: `order` with its status, `review` when a plan has finished, and `stock`, `count`, `transfer`, `invoice`, `paper` and `gap` by their ids',
  who,
  params: z.object({ operatorId: Id }),
  /** `siteId` is empty where it is about the whole tenant. */
  answer: z.object({
    id: Id,
    siteId: z.string(),
    status: OrderStatus.optional(),
    lines: z.number().int().optional(),
  }),
  stream: true,
})
