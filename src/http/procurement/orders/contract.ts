import { z } from 'zod'
import { endpoint } from '../../endpoint'
import { Day, FileAnswer, Id } from '../../shapes'
import { Order } from '../shapes'

/** What a purchase order may become besides what `../contract` says: split, printed, sent as data, and whose word it needs. */

const who = ['procurement', 'operator'] as const
const orderId = z.object({ orderId: Id })

export const splitOrder = endpoint({
  method: 'post',
  path: '/api/procurement/orders/:orderId/split',
  summary:
    'Move packs of a proposal to another delivery day or another supplier; what moves joins the proposal standing there',
  who,
  params: orderId,
  body: z.object({
    /** One of the two, or both, must differ from the proposal's own. */
    deliverOn: Day.optional(),
    supplierId: Id.optional(),
    lines: z
      .array(z.object({ lineId: Id, packs: z.number().int().min(1).max(10_000) }))
      .min(1)
      .max(200),
  }),
  answer: z.object({ order: Order, other: Order }),
  status: 201,
  idempotent: true,
})

const PDF = 'application/pdf'
const XML = 'application/xml'

export const printOrder = endpoint({
  method: 'get',
  path: '/api/procurement/orders/:orderId/order.pdf',
  summary: 'The order on paper, Chinese with English below, with a GS1-128 code; the same bytes whenever asked',
  who,
  params: orderId,
  answer: FileAnswer,
  file: PDF,
})

export const orderAsUbl = endpoint({
  method: 'get',
  path: '/api/procurement/orders/:orderId/order.xml',
  summary: 'The order as UBL 2.1',
  who,
  params: orderId,
  answer: FileAnswer,
  file: XML,
})

const Rules = z.object({
  /** Above this, fen, two different people stand behind an order; null for never. */
  approvalLimitMinor: z.number().int().min(0).max(2_000_000_000).nullable(),
  /** Invoices may be this much dearer, or this much more than received, before somebody must look. Hundredths of a percent. */
  priceToleranceBps: z.number().int().min(0).max(5_000),
  quantityToleranceBps: z.number().int().min(0).max(5_000),
  /** Counts may differ this much from the books before they are counted again. */
  countToleranceBps: z.number().int().min(0).max(5_000),
})

export const showRules = endpoint({
  method: 'get',
  path: '/api/procurement/rules',
  summary: 'Limits and tolerances of each tenant the caller works for',
  who,
  answer: z.object({ rules: z.array(Rules.extend({ operatorId: Id })) }),
})

export const putRules = endpoint({
  method: 'put',
  path: '/api/procurement/rules/:operatorId',
  summary: 'Set a tenant’s limits and tolerances',
  who: ['operator'],
  params: z.object({ operatorId: Id }),
  body: Rules,
  answer: Rules.extend({ operatorId: Id }),
})
