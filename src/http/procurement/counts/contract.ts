import { z } from 'zod'
import { ServiceDate } from '../../../kernel/time'
import { endpoint } from '../../endpoint'
import { Id, Instant, Text } from '../../shapes'
import { Unit } from '../shapes'

/** Blind counts: who counts does not see what the books say until the count is posted. */

const who = ['procurement', 'operator'] as const
const countId = z.object({ countId: Id })
const Storage = z.enum(['ambient', 'chilled', 'frozen'])

const CountRow = z.object({
  id: Id,
  siteId: Id,
  site: Text,
  /** `counting` → submitted → `recount` of the lines that are too far off, or → `posted`. */
  status: z.enum(['counting', 'recount', 'posted', 'cancelled']),
  storage: Storage.nullable(),
  openedAt: Instant,
  openedBy: z.string(),
  postedAt: Instant.nullable(),
  lines: z.number().int(),
  counted: z.number().int(),
  /** What the variance is worth, fen; null until it is posted. Negative: less than the books said. */
  varianceMinor: z.number().int().nullable(),
})

const CountLine = z.object({
  id: Id,
  lotId: Id,
  lotCode: z.string(),
  expiresOn: ServiceDate,
  ingredientId: Id,
  ingredient: Text,
  unit: Unit,
  storage: Storage,
  counted: z.number().int().nullable(),
  /** To be counted again: the first count was too far from the books. */
  again: z.boolean(),
  /** What the books said at the moment of counting, and the difference: null until the count is posted. */
  expected: z.number().int().nullable(),
  variance: z.number().int().nullable(),
  varianceMinor: z.number().int().nullable(),
})

const Count = CountRow.extend({ lines: z.array(CountLine) })

export const listCounts = endpoint({
  method: 'get',
  path: '/api/procurement/counts',
  summary: 'Count sheets, the newest first',
  who,
  query: z.object({ siteId: Id.optional(), status: CountRow.shape.status.optional() }),
  answer: z.object({ counts: z.array(CountRow) }),
})

export const openCount = endpoint({
  method: 'post',
  path: '/api/procurement/counts',
  summary: 'Open a sheet over all lots of a site, or of one kind of storage, that have something left',
  who,
  body: z.object({ siteId: Id, storage: Storage.optional() }),
  answer: Count,
  status: 201,
  idempotent: true,
})

export const showCount = endpoint({
  method: 'get',
  path: '/api/procurement/counts/:countId',
  summary: 'One sheet; quantities of the books only once it is posted',
  who,
  params: countId,
  answer: Count,
})

export const countLine = endpoint({
  method: 'put',
  path: '/api/procurement/counts/:countId/lines/:lineId',
  summary: 'Put down what was counted of one lot; the books of that moment are kept beside it',
  who,
  params: z.object({ countId: Id, lineId: Id }),
  body: z.object({ quantity: z.number().int().min(0).max(100_000_000) }),
  answer: Count,
})

export const submitCount = endpoint({
  method: 'post',
  path: '/api/procurement/counts/:countId/submit',
  summary: 'Post what is within tolerance or was counted twice; otherwise ask for a recount of what is not',
  who,
  params: countId,
  answer: Count,
  idempotent: true,
})

export const cancelCount = endpoint({
  method: 'post',
  path: '/api/procurement/counts/:countId/cancel',
  summary: 'Give a sheet up; stock stays as it is',
  who,
  params: countId,
  answer: Count,
  idempotent: true,
})
