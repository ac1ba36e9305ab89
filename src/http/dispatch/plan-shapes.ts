import { z } from 'zod'
import { MealPeriod, ServiceDate } from '../../kernel/time'
import { Id, Instant, Text } from '../shapes'
import { DropStatus, FailureReason, NextAction, Spot } from './shapes'

/** A meal's plan, who may drive it, what a move would change and what asks for somebody. */

const Count = z.number().int()

export const Alert = z.object({
  id: Id,
  kind: z.enum(['late', 'locker_full', 'stopped', 'held', 'overdue']),
  /** The stop (`late`), drop (`locker_full`, `held`, `overdue`) or run (`stopped`) it is about. */
  subjectId: Id,
  runId: z.string().nullable(),
  menuDayId: Id,
  /** What the sentence needs, such as `minutes` late or the order's `number`. */
  detail: z.record(z.string(), z.union([z.string(), z.number()])),
  raisedAt: Instant,
  seenAt: Instant.nullable(),
})

/** Something to do about a box that was not handed over. */
export const FollowUp = z.object({
  dropId: Id,
  orderId: Id,
  number: z.string(),
  initial: z.string(),
  name: Text,
  community: Text,
  point: Text,
  boxes: Count,
  runId: z.string().nullable(),
  status: DropStatus,
  reason: FailureReason.nullable(),
  action: NextAction,
})

export const Vehicle = z.object({
  id: Id,
  name: Text,
  boxes: Count,
  litres: Count,
  hotBoxes: Count,
  chilledBoxes: Count,
  skills: z.array(z.string()),
  metresPerSecond: Count,
  shiftFrom: z.string(),
  shiftTo: z.string(),
  trips: Count,
  active: z.boolean(),
})

export const Courier = z.object({
  personId: Id,
  name: z.string(),
  skills: z.array(z.string()),
  /** Runs of this day that are claimed, loaded or on the way. */
  runIds: z.array(Id),
})

/** A meal's plan. `version` goes up with every change of who drives where; `planning` while a job is still to come. */
export const Plan = z.object({
  menuDayId: Id,
  siteId: Id,
  site: Text,
  zone: z.string(),
  serviceDate: ServiceDate,
  period: MealPeriod,
  servesFrom: Instant,
  servesTo: Instant,
  kitchen: Spot,
  version: Count,
  planning: z.boolean(),
  waves: z.array(z.object({ wave: Count, from: Instant, to: Instant, planned: z.boolean() })),
})

/** What a move would change, or has changed. */
export const Affected = z.object({
  stopId: Id,
  name: Text,
  from: z.object({ runId: z.string().nullable(), sequence: Count.nullable(), eta: Instant.nullable() }),
  to: z.object({ runId: Id, sequence: Count, eta: Instant }),
  windowTo: Instant,
  late: z.boolean(),
})

export const MovePreview = z.object({
  /** The plan's version this holds for: confirm with it. */
  version: Count,
  /** Why it should not be done; it may be confirmed all the same unless `overload` is among them. */
  warnings: z.array(z.enum(['late', 'use_by', 'skill', 'overload', 'vehicle_busy'])),
  /** Every stop whose place or ETA changes. */
  affected: z.array(Affected),
  runs: z.array(
    z.object({
      runId: Id,
      number: Count,
      boxes: Count,
      capacity: Count,
      metres: z.object({ before: Count, after: Count }),
      seconds: z.object({ before: Count, after: Count }),
    }),
  ),
})
