import { z } from 'zod'
import { ServiceDate } from '../../../kernel/time'
import { endpoint } from '../../endpoint'
import { Day, Id, Instant, Text } from '../../shapes'
import { Lot, Unit } from '../shapes'

/** What happens to a lot besides being cooked: thrown away, kept from use, sent back, brought to another site. */

const who = ['procurement', 'operator'] as const
const lotId = z.object({ lotId: Id })
const Quantity = z.number().int().min(1).max(100_000_000)
const Note = z.string().trim().max(200)

export const WasteReason = z.enum(['expired', 'spoiled', 'damaged', 'temperature', 'recalled', 'preparation', 'other'])

const Move = z.object({
  at: Instant,
  /** Base units: positive in, negative out. */
  delta: z.number().int(),
  reason: z.enum(['receipt', 'issue', 'waste', 'count', 'opening', 'return', 'transfer_out', 'transfer_in']),
  /** The batch, receipt line, count, transfer … that caused it. */
  ref: z.string(),
})

const LotDetail = Lot.extend({ moves: z.array(Move) })

export const showLot = endpoint({
  method: 'get',
  path: '/api/procurement/lots/:lotId',
  summary: 'One lot with every move of it',
  who,
  params: lotId,
  answer: LotDetail,
})

export const wasteLot = endpoint({
  method: 'post',
  path: '/api/procurement/lots/:lotId/waste',
  summary: 'Write off some or all of a lot, with the reason',
  who,
  params: lotId,
  body: z.object({ quantity: Quantity, reason: WasteReason, note: Note.default('') }),
  answer: LotDetail,
  idempotent: true,
})

export const blockLot = endpoint({
  method: 'post',
  path: '/api/procurement/lots/:lotId/block',
  summary: 'Keep a lot from use; `everywhere` takes every lot of the tenant with the same supplier and code along',
  who,
  params: lotId,
  body: z.object({ reason: Note.min(1), everywhere: z.boolean().default(false) }),
  answer: z.object({ lots: z.array(Id) }),
  idempotent: true,
})

export const unblockLot = endpoint({
  method: 'post',
  path: '/api/procurement/lots/:lotId/unblock',
  summary: 'Give a lot free again',
  who,
  params: lotId,
  answer: LotDetail,
  idempotent: true,
})

export const returnLot = endpoint({
  method: 'post',
  path: '/api/procurement/lots/:lotId/return',
  summary: 'Send some or all of a lot back to its supplier, who owes a credit for it',
  who,
  params: lotId,
  body: z.object({ quantity: Quantity, reason: Note.min(1) }),
  answer: LotDetail,
  idempotent: true,
})

const Waste = z.object({
  at: Instant,
  site: Text,
  ingredient: Text,
  unit: Unit,
  quantity: z.number().int(),
  costMinor: z.number().int(),
  reason: WasteReason,
  note: z.string(),
  lotCode: z.string(),
})

export const listWaste = endpoint({
  method: 'get',
  path: '/api/procurement/waste',
  summary: 'What was thrown away between two days, the newest first, and what it had cost by reason',
  who,
  query: z.object({ siteId: Id.optional(), from: Day.optional(), to: Day.optional() }),
  answer: z.object({
    waste: z.array(Waste),
    byReason: z.array(z.object({ reason: WasteReason, costMinor: z.number().int() })),
  }),
})

const Transfer = z.object({
  id: Id,
  number: z.string(),
  fromSiteId: Id,
  from: Text,
  toSiteId: Id,
  to: Text,
  status: z.enum(['under_way', 'received']),
  sentAt: Instant,
  receivedAt: Instant.nullable(),
  lines: z.array(
    z.object({
      id: Id,
      lotCode: z.string(),
      expiresOn: ServiceDate,
      ingredient: Text,
      unit: Unit,
      sent: z.number().int(),
      /** Null until it is received. What is less than sent stands in the queue of discrepancies. */
      received: z.number().int().nullable(),
      temperatureRange: z.object({ from: z.number().int(), to: z.number().int() }).nullable(),
    }),
  ),
})

export const listTransfers = endpoint({
  method: 'get',
  path: '/api/procurement/transfers',
  summary: 'What goes from site to site, what is under way first',
  who,
  answer: z.object({ transfers: z.array(Transfer) }),
})

export const sendTransfer = endpoint({
  method: 'post',
  path: '/api/procurement/transfers',
  summary: 'Bring lots of one site to another; they keep their code and expiry',
  who,
  body: z.object({
    fromSiteId: Id,
    toSiteId: Id,
    lines: z
      .array(z.object({ lotId: Id, quantity: Quantity }))
      .min(1)
      .max(200),
  }),
  answer: Transfer,
  status: 201,
  idempotent: true,
})

export const receiveTransfer = endpoint({
  method: 'post',
  path: '/api/procurement/transfers/:transferId/receive',
  summary: 'Put what arrived on the shelf; what is missing becomes a discrepancy',
  who,
  params: z.object({ transferId: Id }),
  body: z.object({
    lines: z
      .array(
        z.object({
          lineId: Id,
          quantity: z.number().int().min(0).max(100_000_000),
          temperature: z.number().int().min(-500).max(500).optional(),
        }),
      )
      .min(1)
      .max(200),
  }),
  answer: Transfer,
  idempotent: true,
})
