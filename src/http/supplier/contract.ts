import { z } from 'zod'
import { ServiceDate } from '../../kernel/time'
import { endpoint } from '../endpoint'
import { Id, Instant, Text } from '../shapes'

/** What a supplier sees: the orders it was sent, and nothing of anybody else. */

export const OrderStatus = z.enum(['sent', 'confirmed', 'short', 'part_received', 'closed', 'cancelled'])
export type OrderStatus = z.infer<typeof OrderStatus>

export const OrderRow = z.object({
  id: Id,
  number: z.string(),
  supplier: Text,
  supplierId: Id,
  buyer: Text,
  site: Text,
  status: OrderStatus,
  deliverOn: ServiceDate,
  lines: z.number().int(),
  totalMinor: z.number().int(),
  /** When the supplier said it comes. */
  eta: Instant.nullable(),
})

export const Order = OrderRow.extend({
  sentAt: Instant.nullable(),
  confirmedAt: Instant.nullable(),
  etaNote: z.string().nullable(),
  shortReason: z.string().nullable(),
  lines: z.array(
    z.object({
      id: Id,
      ingredient: Text,
      unit: z.enum(['g', 'ml', 'piece']),
      packs: z.number().int(),
      packSize: z.number().int(),
      packName: Text,
      priceMinor: z.number().int(),
      confirmedPacks: z.number().int().nullable(),
      receivedQuantity: z.number().int(),
      rejectedQuantity: z.number().int(),
    }),
  ),
})

const who = ['supplier'] as const
const orderId = z.object({ orderId: Id })

export const listOrders = endpoint({
  method: 'get',
  path: '/api/supplier/orders',
  summary: 'Orders the supplier was sent, the next delivery first',
  who,
  query: z.object({
    /** One or more, separated by commas; all when left out. */
    status: z
      .string()
      .transform((list) => list.split(','))
      .pipe(z.array(OrderStatus))
      .optional(),
  }),
  answer: z.object({
    orders: z.array(OrderRow),
    /** Where each supplier's stream stood: watch from here. */
    streams: z.array(z.object({ supplierId: Id, version: z.number().int() })),
  }),
})

export const showOrder = endpoint({
  method: 'get',
  path: '/api/supplier/orders/:orderId',
  summary: 'One order with its lines',
  who,
  params: orderId,
  answer: Order,
})

export const confirmOrder = endpoint({
  method: 'post',
  path: '/api/supplier/orders/:orderId/confirm',
  summary: 'Confirm everything, or fewer packs of the lines named',
  who,
  params: orderId,
  body: z.object({
    lines: z
      .array(z.object({ lineId: Id, packs: z.number().int().min(0).max(10_000) }))
      .max(200)
      .default([]),
  }),
  answer: Order,
  idempotent: true,
})

export const watchOrders = endpoint({
  method: 'get',
  path: '/api/supplier/stream/:supplierId',
  summary: 'What moves: event `order` with its id and status',
  who,
  params: z.object({ supplierId: Id }),
  answer: z.object({ id: Id, siteId: Id, status: z.string() }),
  stream: true,
})
