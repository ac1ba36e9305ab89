import { z } from 'zod'
import { endpoint } from '../../endpoint'
import { Id, Instant, Text } from '../../shapes'

/** Where a resident's food is. */

export const GroupDelivery = z.object({
  groupId: Id,
  /** `held`: somebody will call; `stored`: it lies in a locker or at a point until it is fetched. */
  status: z.enum(['waiting', 'held', 'stored', 'delivered', 'failed']),
  runStatus: z.enum(['planned', 'claimed', 'loaded', 'on_the_way', 'done']).nullable(),
  /** Predicted from the courier's progress; null while nobody knows. */
  eta: Instant.nullable(),
  windowFrom: Instant,
  windowTo: Instant,
  late: z.boolean(),
  /** Stops the courier makes before this one. */
  stopsBefore: z.number().int().nullable(),
  servicePointId: Id,
  point: Text,
  pointKind: z.enum(['door', 'lobby', 'locker', 'desk', 'canteen']),
  /** The locker's door, when one is kept for it. */
  compartment: z.number().int().nullable(),
  /** When stored food has to be fetched. */
  fetchBy: Instant.nullable(),
  failureReason: z.enum(['nobody_there', 'wrong_address', 'refused', 'damaged', 'missing', 'code_unknown']).nullable(),
  nextAction: z
    .enum(['call_customer', 'retry_later', 'move_to_point', 'leave_at_point', 'return_to_kitchen', 'remake', 'discard'])
    .nullable(),
})

export const showDelivery = endpoint({
  method: 'get',
  path: '/api/store/orders/:orderId/delivery',
  summary:
    "How far the delivery of the caller's own order is. The order's stream says `delivery` whenever this changes",
  who: ['guest'],
  params: z.object({ orderId: Id }),
  answer: z.object({ now: Instant, groups: z.array(GroupDelivery) }),
})

export const openLocker = endpoint({
  method: 'post',
  path: '/api/store/lockers/:servicePointId/open',
  summary: 'Fetches an order from a locker or a point with its number and code; locks after five wrong codes',
  who: ['guest'],
  params: z.object({ servicePointId: Id }),
  body: z.object({ number: z.string().min(1).max(30), code: z.string().regex(/^\d{4}$/) }),
  answer: z.object({ groupId: Id, compartment: z.number().int().nullable() }),
  idempotent: true,
})
