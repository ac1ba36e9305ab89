import { z } from 'zod'
import { MealPeriod, ServiceDate } from '../../../kernel/time'
import { endpoint } from '../../endpoint'
import { Day, FileAnswer, Id, Instant, Text } from '../../shapes'
import { Lot, Unit } from '../shapes'

/** One step back and one step forward: from a lot to the meals it is in, and from a meal to its lots. */

const who = ['procurement', 'operator'] as const
const lotId = z.object({ lotId: Id })

const Batch = z.object({
  id: Id,
  site: Text,
  dishId: Id,
  dish: Text,
  serviceDate: ServiceDate,
  period: MealPeriod,
  portions: z.number().int(),
  cookedAt: Instant.nullable(),
  /** Base units of the lot that went into it. */
  quantity: z.number().int(),
})

/** A resident's order with a dish of such a batch. Batches of one dish and meal are not told apart. */
const TracedOrder = z.object({
  orderId: Id,
  number: z.string(),
  personId: Id,
  serviceDate: ServiceDate,
  period: MealPeriod,
  status: z.string(),
  dishId: Id,
  dish: Text,
  portions: z.number().int(),
})

export const findLots = endpoint({
  method: 'get',
  path: '/api/procurement/tracing/lots',
  summary: 'Lots by the code on the box, used up or not',
  who,
  /** The beginning of the code; nothing is found by fewer than two characters. */
  query: z.object({ code: z.string().trim().max(60).default('') }),
  answer: z.object({ lots: z.array(Lot) }),
})

export const traceLot = endpoint({
  method: 'get',
  path: '/api/procurement/tracing/lots/:lotId',
  summary: 'Everything a lot went into: batches, transfers, orders, what remains, and the other lots of its delivery',
  who,
  params: lotId,
  answer: z.object({
    lot: Lot,
    delivery: z.object({ orderId: Id, orderNumber: z.string(), receiptId: Id, receivedAt: Instant }).nullable(),
    /** Lots this one became at other sites or came from. */
    family: z.array(Lot),
    otherLots: z.array(Lot),
    batches: z.array(Batch),
    wasted: z.number().int(),
    returned: z.number().int(),
    totals: z.object({
      batches: z.number().int(),
      orders: z.number().int(),
      residents: z.number().int(),
      portions: z.number().int(),
    }),
    /** At most 1,000, the latest meal first; `totals` counts all. */
    orders: z.array(TracedOrder),
    /** Time of the search in the database, ms. */
    tookMs: z.number(),
  }),
})

export const traceContacts = endpoint({
  method: 'get',
  path: '/api/procurement/tracing/lots/:lotId/contacts',
  summary: 'Whom to call: the people whose meals hold the lot. Every look is noted',
  who: ['operator'],
  params: lotId,
  answer: z.object({
    contacts: z.array(z.object({ personId: Id, name: z.string(), phone: z.string(), orders: z.array(z.string()) })),
  }),
})

export const traceOrder = endpoint({
  method: 'get',
  path: '/api/procurement/tracing/orders/:number',
  summary: 'The lots behind one order, by its number or id: dish by dish, batch by batch',
  who,
  params: z.object({ number: Id }),
  answer: z.object({
    orderId: Id,
    number: z.string(),
    dishes: z.array(
      z.object({
        dishId: Id,
        dish: Text,
        serviceDate: ServiceDate,
        period: MealPeriod,
        portions: z.number().int(),
        batches: z.array(
          z.object({
            id: Id,
            cookedAt: Instant.nullable(),
            lots: z.array(
              z.object({
                lotId: Id,
                code: z.string(),
                ingredient: Text,
                unit: Unit,
                quantity: z.number().int(),
                supplier: Text.nullable(),
                expiresOn: ServiceDate,
                blocked: z.boolean(),
              }),
            ),
          }),
        ),
      }),
    ),
    tookMs: z.number(),
  }),
})

export const lotAsEpcis = endpoint({
  method: 'get',
  path: '/api/procurement/tracing/lots/:lotId/epcis.json',
  summary: 'The life of a lot as an EPCIS 2.0 document',
  who,
  params: lotId,
  answer: FileAnswer,
  file: 'application/ld+json',
})

export const traceSheet = endpoint({
  method: 'get',
  path: '/api/procurement/tracing/sites/:siteId/events.csv',
  summary: 'Receiving, transforming and shipping of a site between two days as a sortable sheet (FSMA 204 key data)',
  who,
  params: z.object({ siteId: Id }),
  query: z.object({ from: Day, to: Day }),
  answer: FileAnswer,
  file: 'text/csv',
})
