import { z } from 'zod'
import { MealPeriod, ServiceDate } from '../../kernel/time'
import { endpoint } from '../endpoint'
import { Id, Instant, Text } from '../shapes'
import { Affected, Alert, Courier, FollowUp, MovePreview, Plan, Vehicle } from './plan-shapes'
import { Run, RunStatus, Spot, Stop, StopReason } from './shapes'

/** Everything a dispatcher's board may ask for. An operator may enter as well. */

const who = ['dispatcher', 'operator'] as const
const menuDayId = z.object({ menuDayId: Id })
const runId = z.object({ runId: Id })
const stopId = z.object({ stopId: Id })
const Count = z.number().int()
/** The plan's version the dispatcher looked at; an older one is refused with `plan_changed`. */
const version = Count.min(1)
const Changed = z.object({ version: Count })

export const listDays = endpoint({
  method: 'get',
  path: '/api/dispatch/menu-days',
  summary: "The meals of a day at the caller's sites and how far their delivery is; of today in the site's zone",
  who,
  query: z.object({ date: ServiceDate.optional() }),
  answer: z.object({
    now: Instant,
    sites: z.array(
      Spot.extend({
        id: Id,
        name: Text,
        zone: z.string(),
        date: ServiceDate,
        /** The stream of the site stood here. */
        version: Count,
        meals: z.array(
          z.object({
            menuDayId: Id,
            period: MealPeriod,
            servesFrom: Instant,
            servesTo: Instant,
            planning: z.boolean(),
            runs: z.record(RunStatus, Count),
            stops: Count,
            unserved: Count,
            boxes: Count,
            alerts: Count,
            followUps: Count,
          }),
        ),
      }),
    ),
  }),
})

export const showBoard = endpoint({
  method: 'get',
  path: '/api/dispatch/menu-days/:menuDayId',
  summary: 'The board of one meal: plan, runs, stops in order, alerts and what is to be done about failed drops',
  who,
  params: menuDayId,
  answer: z.object({
    now: Instant,
    /** The stream of the site stood here: watch from here to miss nothing. */
    streamVersion: Count,
    plan: Plan,
    runs: z.array(Run),
    stops: z.array(Stop),
    alerts: z.array(Alert),
    followUps: z.array(FollowUp),
    vehicles: z.array(Vehicle),
    couriers: z.array(Courier),
  }),
})

export const watchSite = endpoint({
  method: 'get',
  path: '/api/dispatch/sites/:siteId/stream',
  summary: 'Changes of a site’s delivery, as they happen (events `planned`, `run`, `stop`, `drop`, `eta` and `alert`)',
  who,
  params: z.object({ siteId: Id }),
  query: z.object({ from: z.string().optional() }),
  answer: z.union([
    z.object({ runId: Id, dropId: Id, status: z.string() }),
    z.object({ runId: Id, etas: z.array(z.object({ stopId: Id, eta: Instant })), returnAt: Instant }),
    z.object({ alertId: Id, kind: z.string(), menuDayId: Id }),
    z.object({ runId: Id, status: RunStatus.optional() }),
    z.object({ menuDayId: Id, version: Count.optional() }),
  ]),
  stream: true,
})

export const previewMove = endpoint({
  method: 'post',
  path: '/api/dispatch/stops/:stopId/move/preview',
  summary: 'What moving a stop would change: the ETA of every affected stop. Changes nothing',
  who,
  params: stopId,
  body: z.object({ runId: Id, position: Count.min(1) }),
  answer: MovePreview,
})

export const moveStop = endpoint({
  method: 'post',
  path: '/api/dispatch/stops/:stopId/move',
  summary: 'Moves a stop to a place in a run that is not loaded, as it was previewed',
  who,
  params: stopId,
  body: z.object({ runId: Id, position: Count.min(1), version }),
  answer: Changed.extend({ affected: z.array(Affected) }),
  idempotent: true,
})

export const pinStop = endpoint({
  method: 'post',
  path: '/api/dispatch/stops/:stopId/pin',
  summary: 'Keeps a stop on its run when the rest is planned again, or lets it go',
  who,
  params: stopId,
  body: z.object({ pinned: z.boolean() }),
  answer: Changed,
  idempotent: true,
})

export const splitStop = endpoint({
  method: 'post',
  path: '/api/dispatch/stops/:stopId/split',
  summary: 'Takes some orders of a stop out into a stop of its own, next on the same run',
  who,
  params: stopId,
  body: z.object({ dropIds: z.array(Id).min(1).max(200), version }),
  answer: Changed.extend({ stopId: Id }),
  idempotent: true,
})

export const assignRun = endpoint({
  method: 'post',
  path: '/api/dispatch/runs/:runId/courier',
  summary: 'Gives a run that has not left to a courier, or (null) to nobody',
  who,
  params: runId,
  body: z.object({ courierId: Id.nullable() }),
  answer: Run,
  idempotent: true,
})

export const stopRun = endpoint({
  method: 'post',
  path: '/api/dispatch/runs/:runId/stop',
  summary: 'The courier cannot go on: what is not delivered goes to a new run, of another courier when one is named',
  who,
  params: runId,
  body: z.object({ reason: StopReason, courierId: Id.optional() }),
  answer: z.object({ runId: Id.nullable() }),
  idempotent: true,
})

export const replan = endpoint({
  method: 'post',
  path: '/api/dispatch/menu-days/:menuDayId/plan',
  summary: 'Plans everything that is not loaded again; the stream says `planned` when it is done',
  who,
  params: menuDayId,
  body: z.object({ version }),
  answer: Changed,
  status: 202,
  idempotent: true,
})

export const insertWaiting = endpoint({
  method: 'post',
  path: '/api/dispatch/menu-days/:menuDayId/late-orders',
  summary: 'Puts late orders and unserved stops into runs that are not loaded, without reordering what is planned',
  who,
  params: menuDayId,
  answer: Changed.extend({ inserted: Count, unserved: Count }),
  idempotent: true,
})

export const setVehicle = endpoint({
  method: 'post',
  path: '/api/dispatch/vehicles/:vehicleId',
  summary: 'Takes a vehicle out of the fleet or back in; the next planning knows it',
  who,
  params: z.object({ vehicleId: Id }),
  body: z.object({ active: z.boolean() }),
  answer: Vehicle,
  idempotent: true,
})
