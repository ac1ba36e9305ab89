import { z } from 'zod'
import { endpoint } from '../../endpoint'
import { Id, Instant, Text } from '../../shapes'
import { Clock } from '../safety/contract'

/** Cooked food from a central kitchen to a satellite. */

const Transfer = z.object({
  id: Id,
  fromSiteId: Id,
  toSiteId: Id,
  batchId: Id,
  name: Text,
  mode: z.enum(['hot', 'chilled']),
  sent: z.number().int(),
  received: z.number().int().nullable(),
  /** Portions in the discrepancy record. */
  missing: z.number().int(),
  reason: z.string().nullable(),
  sentAt: Instant,
  receivedAt: Instant.nullable(),
  /** The food's own clock, which a transfer does not stop; null once nobody needs it any more. */
  clock: Clock.nullable(),
})

const who = ['kitchen'] as const
const siteId = z.object({ siteId: Id })

export const listTransfers = endpoint({
  method: 'get',
  path: '/api/kitchen/sites/:siteId/transfers',
  summary:
    'The newest transfers of a kitchen, out and in, where food may go, and how much of what was brought is there',
  who,
  params: siteId,
  answer: z.object({
    transfers: z.array(Transfer),
    satellites: z.array(z.object({ id: Id, name: Text })),
    /** Cooked food that is here, with its clock: `portions` are those here. */
    stock: z.array(Clock),
  }),
})

export const sendFood = endpoint({
  method: 'post',
  path: '/api/kitchen/sites/:siteId/transfers',
  summary: 'Portions of a cooked batch leave for another kitchen of the same operator',
  who,
  params: siteId,
  body: z.object({
    batchId: Id,
    toSiteId: Id,
    portions: z.number().int().min(1).max(100_000),
    mode: z.enum(['hot', 'chilled']),
  }),
  answer: Transfer,
  idempotent: true,
})

export const receiveFood = endpoint({
  method: 'post',
  path: '/api/kitchen/transfers/:transferId/receive',
  summary: 'Portions arrive; what is missing goes into a record of its own, and the clock goes on from cooking',
  who,
  params: z.object({ transferId: Id }),
  body: z.object({
    received: z.number().int().min(0).max(100_000),
    reason: z.string().trim().max(300).default(''),
  }),
  answer: Transfer,
  idempotent: true,
})
