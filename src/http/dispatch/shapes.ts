import { z } from 'zod'
import { Id, Instant, Text } from '../shapes'

/** What a dispatcher sees of a meal's delivery. Codes and contacts of customers are not in here. */

export const Spot = z.object({ lat: z.number(), lon: z.number() })

const Count = z.number().int()

export const RunStatus = z.enum(['planned', 'claimed', 'loaded', 'on_the_way', 'done'])
export const DropStatus = z.enum(['waiting', 'held', 'stored', 'delivered', 'failed', 'void'])
export const PointKind = z.enum(['door', 'lobby', 'locker', 'desk', 'canteen'])
export const FailureReason = z.enum(['nobody_there', 'wrong_address', 'refused', 'damaged', 'missing', 'code_unknown'])
export const NextAction = z.enum([
  'call_customer',
  'retry_later',
  'move_to_point',
  'leave_at_point',
  'return_to_kitchen',
  'remake',
  'discard',
])
export const StopReason = z.enum(['breakdown', 'accident', 'illness', 'weather', 'other'])
export const UnservedReason = z.enum(['window', 'capacity', 'hot_holding', 'skill', 'shift', 'cost', 'unreachable'])

/** What a courier's phone read from the labels, against what the run is to carry. */
export const LoadCheck = z.object({
  scanned: Count,
  /** Codes of boxes that were not scanned, and codes that are not of this run. */
  missing: z.array(z.string()),
  foreign: z.array(z.string()),
  /** Why it was loaded all the same. */
  reason: z.string().nullable(),
})

export const RunVehicle = z.object({ id: Id, name: Text, boxes: Count })

/** `late`: stops not yet done that are predicted after their window. */
export const Run = z.object({
  id: Id,
  siteId: Id,
  menuDayId: Id,
  wave: Count,
  number: Count,
  status: RunStatus,
  vehicle: RunVehicle,
  courierId: z.string().nullable(),
  courier: z.string().nullable(),
  departAt: Instant,
  /** Back at the kitchen: as planned, then as predicted from progress. */
  returnAt: Instant,
  loadedAt: Instant.nullable(),
  departedAt: Instant.nullable(),
  doneAt: Instant.nullable(),
  metres: Count,
  seconds: Count,
  boxes: Count,
  stops: Count,
  drops: Count,
  delivered: Count,
  failed: Count,
  late: Count,
  loadCheck: LoadCheck.nullable(),
  stopReason: StopReason.nullable(),
  /** The stopped run whose food this one takes over where it stands. */
  takesOver: z.string().nullable(),
  /** Where the courier was last seen. */
  position: Spot.extend({ at: Instant }).nullable(),
  path: z.array(Spot),
})

export const Compartment = z.object({
  id: Id,
  number: Count,
  boxes: Count,
  state: z.enum(['free', 'reserved', 'occupied', 'overdue']),
  dropId: z.string().nullable(),
  since: Instant.nullable(),
})

export const Drop = z.object({
  id: Id,
  orderId: Id,
  number: z.string(),
  initial: z.string(),
  point: Text,
  pointKind: PointKind,
  boxes: Count,
  status: DropStatus,
  /** Times somebody stood there in vain. */
  attempts: Count,
  triesLeft: Count,
  failureReason: FailureReason.nullable(),
  nextAction: NextAction.nullable(),
  /** When the next action was done; open until then. */
  actedAt: Instant.nullable(),
  compartment: Count.nullable(),
  photoIds: z.array(Id),
})

/** The smallest single change found that would let the stop in, e.g. its window's end to 12:40. */
export const NearestChange = z.object({
  of: z.enum(['stop', 'vehicle']),
  id: z.string(),
  field: z.string(),
  value: z.union([z.string(), z.number()]),
})

export const Stop = Spot.extend({
  id: Id,
  wave: Count,
  runId: z.string().nullable(),
  sequence: Count.nullable(),
  buildingId: Id,
  communityId: Id,
  name: Text,
  community: Text,
  part: Count,
  boxes: Count,
  windowFrom: Instant,
  windowTo: Instant,
  readyAt: Instant,
  /** Until when its food may be eaten hot. */
  useBy: Instant,
  plannedEta: Instant.nullable(),
  /** Predicted from the run's progress. */
  eta: Instant.nullable(),
  doneAt: Instant.nullable(),
  late: z.boolean(),
  pinned: z.boolean(),
  unservedReason: UnservedReason.nullable(),
  change: NearestChange.nullable(),
  drops: z.array(Drop),
})

/** What is decided about a box held on board. */
export const Decision = z.discriminatedUnion('decision', [
  z.object({ decision: z.literal('retry_later') }),
  z.object({ decision: z.literal('move_to_point'), servicePointId: Id }),
  z.object({ decision: z.literal('return_to_kitchen') }),
])

/** `free`: doors of a locker with room; null where nothing is counted. */
export const PointList = z.object({
  points: z.array(
    z.object({ servicePointId: Id, kind: PointKind, point: Text, building: Text, free: Count.nullable() }),
  ),
})
