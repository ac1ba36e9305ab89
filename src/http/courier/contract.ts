import { z } from 'zod'
import { ServiceDate } from '../../kernel/time'
import { Decision, DropStatus, FailureReason, PointList, RunStatus, Spot, StopReason } from '../dispatch/shapes'
import { endpoint } from '../endpoint'
import { Id, Instant, Text } from '../shapes'
import { DropAnswer, Run, RunDetail, Site } from './shapes'

/** Everything a courier's phone may ask for. */

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
  summary: 'Changes of a site’s runs, as they happen (events `planned`, `run`, `stop`, `drop`, `eta` and `alert`)',
  who,
  params: z.object({ siteId: Id }),
  query: z.object({ from: z.string().optional() }),
  answer: z.union([
    z.object({ runId: Id, dropId: Id, status: DropStatus }),
    z.object({ runId: Id, etas: z.array(z.object({ stopId: Id, eta: Instant })), returnAt: Instant }),
    z.object({ alertId: Id, kind: z.string(), menuDayId: Id }),
    z.object({ runId: Id, status: RunStatus.optional() }),
    z.object({ menuDayId: Id, version: z.number().int().optional() }),
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

export const releaseRun = endpoint({
  method: 'post',
  path: '/api/courier/runs/:runId/release',
  summary: 'Gives a claimed run back that has not left; others may take it',
  who,
  params: runId,
  answer: z.object({ runId: Id, status: RunStatus }),
  idempotent: true,
})

export const loadRun = endpoint({
  method: 'post',
  path: '/api/courier/runs/:runId/load',
  summary:
    'Checks the scanned boxes against the run. Loaded when nothing is missing or foreign, or with a reason why it goes all the same',
  who,
  params: runId,
  body: z.object({
    scanned: z.array(z.string().min(1).max(120)).max(400),
    reason: z.string().min(3).max(200).optional(),
  }),
  answer: z.object({
    loaded: z.boolean(),
    /** Boxes of the run that were not scanned. */
    missing: z.array(z.object({ code: z.string(), number: z.string(), stop: Text })),
    foreign: z.array(z.string()),
    run: Run,
  }),
  idempotent: true,
})

export const departRun = endpoint({
  method: 'post',
  path: '/api/courier/runs/:runId/depart',
  summary: 'Loaded and gone: ETAs follow from this moment on',
  who,
  params: runId,
  answer: Run,
  idempotent: true,
})

export const reportPosition = endpoint({
  method: 'post',
  path: '/api/courier/runs/:runId/position',
  summary:
    'Where the courier is on the way; the remaining ETAs follow. An older position than the last changes nothing',
  who,
  params: runId,
  body: Spot.extend({ at: Instant }),
  answer: Run,
})

export const stopRun = endpoint({
  method: 'post',
  path: '/api/courier/runs/:runId/stop',
  summary: 'The courier cannot go on: what is not delivered goes to a new run that somebody else may claim',
  who,
  params: runId,
  body: Spot.partial().extend({ reason: StopReason }),
  answer: z.object({ runId: Id.nullable() }),
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

export const storeDrop = endpoint({
  method: 'post',
  path: '/api/courier/drops/:dropId/store',
  summary: 'Puts an order into its compartment of a locker; the customer fetches it with the code',
  who,
  params: dropId,
  answer: DropAnswer,
  idempotent: true,
})

export const listPointsFor = endpoint({
  method: 'get',
  path: '/api/courier/drops/:dropId/points',
  summary: 'Where a box could be left instead: other points of the same community, lockers with room',
  who,
  params: dropId,
  answer: PointList,
})

export const decideDrop = endpoint({
  method: 'post',
  path: '/api/courier/drops/:dropId/decision',
  summary: 'After a call: once more later on the run, to another point, or back to the kitchen',
  who,
  params: dropId,
  body: Decision,
  answer: DropAnswer,
  idempotent: true,
})

export const addPhoto = endpoint({
  method: 'post',
  path: '/api/courier/drops/:dropId/photos',
  summary: 'A photo as proof, in base64: JPEG, PNG or WebP of at most 64 kB',
  who,
  params: dropId,
  body: z.object({ type: z.enum(['image/jpeg', 'image/png', 'image/webp']), base64: z.base64().max(90_000) }),
  answer: z.object({ photoId: Id }),
  status: 201,
  idempotent: true,
})
