import { z } from 'zod'
import { MealPeriod, ServiceDate } from '../../kernel/time'
import {
  DropStatus,
  FailureReason,
  LoadCheck,
  NextAction,
  PointKind,
  RunStatus,
  RunVehicle,
  Spot,
  StopReason,
} from '../dispatch/shapes'
import { Id, Instant, Text } from '../shapes'

/** What a courier's phone is shown. Of a customer it learns an initial, a point and a number: no name, no phone, no code. */

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
  vehicle: RunVehicle,
  departAt: Instant,
  /** Back at the kitchen: as planned, then as predicted from progress. */
  returnAt: Instant,
  loadedAt: Instant.nullable(),
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
  stopReason: StopReason.nullable(),
  /** The stopped run whose food this one fetches where it stands. */
  takesOver: z.string().nullable(),
})

export const Drop = z.object({
  id: Id,
  /** The order's number, as people say it aloud. */
  number: z.string(),
  initial: z.string(),
  point: Text,
  pointKind: PointKind,
  boxes: z.number().int(),
  /** On the label of each box. */
  boxCodes: z.array(z.string()),
  /** `held`: on board until somebody decides; `stored`: in a locker or at a point until it is fetched. */
  status: DropStatus,
  /** Times somebody stood there in vain. */
  attempts: z.number().int(),
  /** Wrong codes it still bears; at 0 it opens to nobody. */
  triesLeft: z.number().int(),
  failureReason: FailureReason.nullable(),
  nextAction: NextAction.nullable(),
  /** When the next action was done; open until then. */
  actedAt: Instant.nullable(),
  /** The locker's door that is kept for it. */
  compartment: z.number().int().nullable(),
  photos: z.number().int(),
})

export const Stop = Spot.extend({
  id: Id,
  sequence: z.number().int().nullable(),
  name: Text,
  community: Text,
  boxes: z.number().int(),
  /** Predicted from progress. */
  eta: Instant.nullable(),
  plannedEta: Instant.nullable(),
  doneAt: Instant.nullable(),
  windowFrom: Instant,
  windowTo: Instant,
  /** Until when its food may be eaten hot. */
  useBy: Instant,
  drops: z.array(Drop),
})

export const RunDetail = Run.extend({
  site: Text,
  zone: z.string(),
  /** The stream of the site stood here: watch from here to miss nothing. */
  version: z.number().int(),
  loadCheck: LoadCheck.nullable(),
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
