import { z } from 'zod'
import { ServiceDate } from '../../../kernel/time'
import { endpoint } from '../../endpoint'
import { Day, FileAnswer, Id, Instant, NearInstant, Text } from '../../shapes'
import { Order } from '../contract'

/** What a supplier says of an order besides confirming it: when it comes and what falls short later; and its statement. */

const who = ['supplier'] as const
const orderId = z.object({ orderId: Id })

export const putEta = endpoint({
  method: 'put',
  path: '/api/supplier/orders/:orderId/eta',
  summary: 'When the goods will be there; null takes it back',
  who,
  params: orderId,
  body: z.object({ eta: NearInstant.nullable(), note: z.string().trim().max(200).default('') }),
  answer: Order,
})

export const reportShort = endpoint({
  method: 'post',
  path: '/api/supplier/orders/:orderId/short',
  summary: 'Bring fewer packs than confirmed: the buyer plans anew at once',
  who,
  params: orderId,
  body: z.object({
    lines: z
      .array(z.object({ lineId: Id, packs: z.number().int().min(0).max(10_000) }))
      .min(1)
      .max(200),
    reason: z.string().trim().min(1).max(200),
  }),
  answer: Order,
  idempotent: true,
})

export const printOrder = endpoint({
  method: 'get',
  path: '/api/supplier/orders/:orderId/order.pdf',
  summary: 'The order on paper',
  who,
  params: orderId,
  answer: FileAnswer,
  file: 'application/pdf',
})

export const orderAsUbl = endpoint({
  method: 'get',
  path: '/api/supplier/orders/:orderId/order.xml',
  summary: 'The order as UBL 2.1',
  who,
  params: orderId,
  answer: FileAnswer,
  file: 'application/xml',
})

const Minor = z.number().int()

export const showStatement = endpoint({
  method: 'get',
  path: '/api/supplier/statement',
  summary:
    'Own orders delivered between two days: ordered, received, invoiced, credited and to be paid (the last 30 days when left out)',
  who,
  query: z.object({ from: Day.optional(), to: Day.optional() }),
  answer: z.object({
    from: ServiceDate,
    to: ServiceDate,
    lines: z.array(
      z.object({
        orderId: Id,
        number: z.string(),
        buyer: Text,
        deliverOn: ServiceDate,
        status: z.string(),
        orderedMinor: Minor,
        /** Good goods at the order's prices. */
        receivedMinor: Minor,
        invoicedMinor: Minor,
        payableMinor: Minor,
      }),
    ),
    credits: z.array(z.object({ at: Instant, amountMinor: Minor, reason: z.string(), number: z.string().nullable() })),
    totals: z.object({
      orderedMinor: Minor,
      receivedMinor: Minor,
      invoicedMinor: Minor,
      payableMinor: Minor,
      creditedMinor: Minor,
    }),
  }),
})
