import { z } from 'zod'
import { MealPeriod, ServiceDate } from '../../kernel/time'
import { endpoint } from '../endpoint'
import { Id, Instant, Text } from '../shapes'
import { Shortage } from './shortages/contract'

/** Everything a kitchen's screens may ask for. No person is named anywhere. */

export const TicketItem = z.object({
  id: Id,
  station: z.string(),
  dishId: Id,
  name: Text,
  quantity: z.number().int().positive(),
  /** Allergen codes the dish contains. */
  allergens: z.array(z.string()),
  doneAt: Instant.nullable(),
  /** The dish it stands in for since that ran out. */
  was: Text.nullable(),
  /** Ran out: not to be cooked. */
  isVoid: z.boolean(),
})

/** A ticket as it stands at its version; a screen keeps the highest version it has seen. */
export const Ticket = z.object({
  id: Id,
  number: z.string(),
  serviceDate: ServiceDate,
  period: MealPeriod,
  dueAt: Instant,
  /** Community and building. */
  destination: Text,
  /** What whoever eats it said they cannot eat, in codes. */
  allergies: z.array(z.string()),
  status: z.enum(['open', 'ready', 'void']),
  version: z.number().int(),
  items: z.array(TicketItem),
})

export const Batch = z.object({
  id: Id,
  serviceDate: ServiceDate,
  period: MealPeriod,
  dishId: Id,
  name: Text,
  station: z.string(),
  /** 1, 2, 3 … of this dish. */
  sequence: z.number().int(),
  portions: z.number().int(),
  minutes: z.number().int(),
  startBy: Instant,
  /** One after another, as late as the plan allows. */
  steps: z.array(
    z.object({ station: z.string(), text: Text.nullable(), attended: z.boolean(), startAt: Instant, endAt: Instant }),
  ),
  status: z.enum(['planned', 'cooking', 'cooked']),
  startedAt: Instant.nullable(),
  cookedAt: Instant.nullable(),
})

export const Station = z.object({
  code: z.string(),
  name: Text,
  /** Minutes before due at which a ticket's clock turns yellow, and red. */
  soonMinutes: z.number().int(),
  lateMinutes: z.number().int(),
})

/** What a plan comes to: what cannot be in time, and what stands in the way. Minutes. */
export const Plan = z.object({
  lateMinutes: z.number().int(),
  /** Places that stand still between their first and last minute of work. */
  idleMinutes: z.number().int(),
  makespan: z.number().int(),
  /** No plan is shorter. */
  lowerBound: z.number().int(),
  /** A station, or `cooks`, and how much more than it can do in time is asked of it. */
  bottleneck: z.object({ station: z.string(), overloadMinutes: z.number().int() }).nullable(),
  late: z.array(z.object({ dishId: Id, name: Text, portions: z.number().int(), lateMinutes: z.number().int() })),
  /** No plan can make them. */
  impossible: z.array(z.object({ dishId: Id, name: Text })),
})

/** Portions of one dish in the whole service. */
export const Total = z.object({
  dishId: Id,
  name: Text,
  station: z.string(),
  left: z.number().int(),
  total: z.number().int(),
})

export const Service = z.object({
  serviceDate: ServiceDate,
  period: MealPeriod,
  dueAt: Instant,
  open: z.number().int(),
  ready: z.number().int(),
})

export const Site = z.object({
  id: Id,
  name: Text,
  zone: z.string(),
  /** Yesterday's and later services that have tickets, by due time. */
  services: z.array(Service),
})

export const Snapshot = z.object({
  /** Where the stream stood: watch from here. */
  version: z.number().int(),
  now: Instant,
  stations: z.array(Station),
  tickets: z.array(Ticket),
  totals: z.array(Total),
  batches: z.array(Batch),
  /** Null before the kitchen has planned. */
  plan: Plan.nullable(),
})

/** One touch on a tablet. Its id, made there, is best sent as the Idempotency-Key as well. */
export const Touch = z.object({
  id: z.uuid(),
  /** Station code; null for the expediter, who speaks for all stations. */
  station: z.string().min(1).max(40).nullable(),
})

const who = ['kitchen'] as const
const ticketId = z.object({ ticketId: Id })
const batchId = z.object({ batchId: Id })

export const listSites = endpoint({
  method: 'get',
  path: '/api/kitchen/sites',
  summary: 'The kitchens the caller works in, and the services they have tickets for',
  who,
  answer: z.object({ now: Instant, sites: z.array(Site) }),
})

export const showService = endpoint({
  method: 'get',
  path: '/api/kitchen/sites/:siteId/services/:serviceDate/:period',
  summary: 'All a kitchen screen shows of one service, and the version of the stream to watch from',
  who,
  params: z.object({ siteId: Id, serviceDate: ServiceDate, period: MealPeriod }),
  answer: Snapshot,
})

export const watchSite = endpoint({
  method: 'get',
  path: '/api/kitchen/sites/:siteId/stream',
  summary:
    'Every change at a kitchen, as it happens (event `ticket` with one ticket, event `batches` with some batches, event `plan` with all batches of a service, event `shortage` with an ingredient that will not come)',
  who,
  params: z.object({ siteId: Id }),
  query: z.object({ from: z.string().optional() }),
  answer: z.union([Ticket, z.array(Batch), Shortage]),
  stream: true,
})

export const bumpTicket = endpoint({
  method: 'post',
  path: '/api/kitchen/tickets/:ticketId/bump',
  summary: 'A station is done with its part of a ticket; done already stays done',
  who,
  params: ticketId,
  body: Touch,
  answer: Ticket,
  idempotent: true,
})

export const recallTicket = endpoint({
  method: 'post',
  path: '/api/kitchen/tickets/:ticketId/recall',
  summary: 'Takes back what was finished last on a ticket, for 30 minutes',
  who,
  params: ticketId,
  body: Touch,
  answer: Ticket,
  idempotent: true,
})

export const startBatch = endpoint({
  method: 'post',
  path: '/api/kitchen/batches/:batchId/start',
  summary: 'A planned batch goes on the heat',
  who,
  params: batchId,
  answer: Batch,
  idempotent: true,
})

export const finishBatch = endpoint({
  method: 'post',
  path: '/api/kitchen/batches/:batchId/finish',
  summary: 'A batch comes off the heat; its ingredients are used up',
  who,
  params: batchId,
  answer: Batch,
  idempotent: true,
})

export const undoStart = endpoint({
  method: 'post',
  path: '/api/kitchen/batches/:batchId/undo',
  summary: 'A batch that was started by mistake is planned again',
  who,
  params: batchId,
  answer: Batch,
  idempotent: true,
})
