import { z } from 'zod'
import { MealPeriod, ServiceDate } from '../../kernel/time'
import { endpoint } from '../endpoint'
import { Id, Instant, Text } from '../shapes'

/** Everything a courier's phone may ask for. Of a customer it learns an initial, a point and a number: no name, no phone, no code. */

const Spot = z.object({ lat: z.number(), lon: z.number() })

export const RunStatus = z.enum(['planned', 'claimed', 'on_the_way', 'done'])

export const Run = z.object({
  id: Id,
  siteId: Id,
  /** 1, 2, 3 … of this meal. */
  number: z.number().int(),
  serviceDate: ServiceDate,
  period: MealPeriod,
  status: RunStatus,
  /** The caller has claimed it. */
  mine: z.boolean(),
  departAt: Instant,
  departedAt: Instant.nullable(),
  doneAt: Instant.nullable(),
  /** From the kitchen round and back. */
  metres: z.number().int(),
  seconds: z.number().int(),
  boxes: z.number().int(),
  stops: z.number().int(),
  drops: z.number().int(),
  delivered: z.number().int(),
  failed: z.number().int(),
})

export const FailureReason = z.enum(['nobody_there', 'wrong_address', 'refused', 'damaged', 'missing', 'code_unknown'])

export const Drop = z.object({
  id: Id,
  /** The order's number, as people say it aloud. */
  number: z.string(),
  initial: z.string(),
  point: Text,
  pointKind: z.enum(['door', 'lobby', 'locker', 'desk', 'canteen']),
  boxes: z.number().int(),
  status: z.enum(['waiting', 'delivered', 'failed', 'void']),
  /** Wrong codes it still bears; at 0 it opens to nobody. */
  triesLeft: z.number().int(),
  failureReason: FailureReason.nullable(),
  nextAction: z.enum(['call_customer', 'leave_at_point', 'return_to_kitchen', 'remake']).nullable(),
})

export const Stop = Spot.extend({
  id: Id,
  sequence: z.number().int().nullable(),
  name: Text,
  community: Text,
  boxes: z.number().int(),
  eta: Instant.nullable(),
  windowFrom: Instant,
  windowTo: Instant,
  drops: z.array(Drop),
})

export const RunDetail = Run.extend({
  site: Text,
  zone: z.string(),
  /** The stream of the site stood here: watch from here to miss nothing. */
  version: z.number().int(),
  path: z.array(Spot),
  stopList: z.array(Stop),
})

export const Site = z.object({
  id: Id,
  name: Text,
  zone: z.string(),
  date: ServiceDate,
  version: z.number().int(),
  runs: z.array(Run),
})

export const DropAnswer = z.object({ drop: Drop, run: Run })

const who = ['courier'] as const
const runId = z.object({ runId: Id })
const dropId = z.object({ dropId: Id })

export const listRuns = endpoint({
  method: 'get',
  path: '/api/courier/runs',
  summary: "Free runs and the caller's own at the caller's sites; of today in the site's zone, or of a date",
  who,
  query: z.object({ date: ServiceDate.optional() }),
  answer: z.object({ now: Instant, sites: z.array(Site) }),
})

export const showRun = endpoint({
  method: 'get',
  path: '/api/courier/runs/:runId',
  summary: "A free run or one of the caller's own, with its stops in order",
  who,
  params: runId,
  answer: RunDetail,
})

export const watchRuns = endpoint({
  method: 'get',
  path: '/api/courier/sites/:siteId/stream',
  summary: 'Changes of a site’s runs, as they happen (events `planned`, `run` and `drop`)',
  who,
  params: z.object({ siteId: Id }),
  query: z.object({ from: z.string().optional() }),
  answer: z.union([
    z.object({ menuDayId: Id }),
    z.object({ runId: Id, status: RunStatus.optional() }),
    z.object({ runId: Id, dropId: Id, status: z.enum(['delivered', 'failed']) }),
  ]),
  stream: true,
})

export const claimRun = endpoint({
  method: 'post',
  path: '/api/courier/runs/:runId/claim',
  summary: 'Takes a free run; of many who ask at once one gets it',
  who,
  params: runId,
  answer: Run,
  idempotent: true,
})

export const departRun = endpoint({
  method: 'post',
  path: '/api/courier/runs/:runId/depart',
  summary: 'Loaded and gone',
  who,
  params: runId,
  answer: Run,
  idempotent: true,
})

export const handOver = endpoint({
  method: 'post',
  path: '/api/courier/drops/:dropId/hand-over',
  summary: "Hands an order over against the customer's code; locks after five wrong ones",
  who,
  params: dropId,
  body: z.object({ code: z.string().regex(/^\d{4}$/) }),
  answer: DropAnswer,
  idempotent: true,
})

export const failDrop = endpoint({
  method: 'post',
  path: '/api/courier/drops/:dropId/failure',
  summary: 'An order could not be handed over; answers what happens next',
  who,
  params: dropId,
  body: z.object({ reason: FailureReason.optional() }),
  answer: DropAnswer,
  idempotent: true,
})
