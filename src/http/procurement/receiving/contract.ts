import { z } from 'zod'
import { ServiceDate } from '../../../kernel/time'
import { endpoint } from '../../endpoint'
import { FileAnswer, Id, Text, Upload } from '../../shapes'
import { Unit } from '../shapes'

/** At the gate: what a scan says, and the pictures of what is sent back. Receipts themselves are `receiveGoods`. */

const who = ['procurement', 'operator'] as const

/** What a GS1 code says; fields it does not carry are null. */
export const Scan = z.object({
  gtin: z.string().nullable(),
  lotCode: z.string().nullable(),
  /** Use by (17), or else best before (15): the day to put down as expiry. */
  expiresOn: ServiceDate.nullable(),
  producedOn: ServiceDate.nullable(),
  /** Weighed content (310n), grams. */
  netGrams: z.number().int().nullable(),
  /** Pieces or packs (30, 37). */
  count: z.number().int().nullable(),
  serial: z.string().nullable(),
  /** Our order's number (400) and our item (241), as our own papers carry them. */
  orderNumber: z.string().nullable(),
  item: z.string().nullable(),
})

export const scanCode = endpoint({
  method: 'get',
  path: '/api/procurement/orders/:orderId/scan',
  summary: 'Read a GS1 code (with FNC1, as a scanner sends it, or with brackets) and say which line of the order it is',
  who,
  params: z.object({ orderId: Id }),
  /** FNC1 as U+001D; percent-encode it. */
  query: z.object({ code: z.string().min(4).max(400) }),
  answer: z.object({
    scan: Scan,
    /** The line of this order it belongs to; null when the item is not known or not ordered. */
    lineId: Id.nullable(),
    ingredient: Text.nullable(),
    unit: Unit.nullable(),
    /** What to fill in, base units: by weight, by count of packs, or one pack. */
    quantity: z.number().int().nullable(),
  }),
})

export const uploadPhoto = endpoint({
  method: 'post',
  path: '/api/procurement/orders/:orderId/photos',
  summary: 'Keep a picture of what is sent back: JPEG, PNG or WebP, up to 4 MB',
  who,
  params: z.object({ orderId: Id }),
  body: z.object({ file: Upload }),
  answer: z.object({ fileId: Id }),
  status: 201,
  idempotent: true,
  upload: true,
})

export const showFile = endpoint({
  method: 'get',
  path: '/api/procurement/files/:fileId',
  summary: 'A picture or a paper, as it was uploaded',
  who: ['procurement', 'operator', 'supplier'],
  params: z.object({ fileId: Id }),
  answer: FileAnswer,
  file: 'application/octet-stream',
})
