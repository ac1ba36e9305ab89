export const POINT_KINDS = ['door', 'lobby', 'locker', 'desk', 'canteen'] as const
/** Where in a building food is handed over. */
export type PointKind = (typeof POINT_KINDS)[number]

export const FAILURE_REASONS = [
  'nobody_there',
  'wrong_address',
  'refused',
  'damaged',
  'missing',
  'code_unknown',
] as const
export type FailureReason = (typeof FAILURE_REASONS)[number]

export const NEXT_ACTIONS = [
  'call_customer',
  'retry_later',
  'move_to_point',
  'leave_at_point',
  'return_to_kitchen',
  'remake',
  'discard',
] as const
/** What is done about a box that was not handed over, or not fetched (`discard`). */
export type NextAction = (typeof NEXT_ACTIONS)[number]

/** What becomes of the drop: `held` on board, `stored` at the point it is at, or `failed` for good. */
export type AfterFailure = 'held' | 'stored' | 'failed'

interface Rule {
  readonly reason: FailureReason
  /** Only at these points; everywhere when absent. */
  readonly at?: readonly PointKind[]
  /** Only when it was tried before so often. */
  readonly after?: number
  readonly then: NextAction
}

/** What happens after a failed hand-over: the first rule that fits. Every reason has one that fits everywhere. */
const FAILURE_RULES: readonly Rule[] = [
  // a staffed or locked point keeps the box; a doorstep does not
  { reason: 'nobody_there', at: ['locker', 'desk', 'canteen'], then: 'leave_at_point' },
  // called once, come back once: there is no third way up the stairs
  { reason: 'nobody_there', after: 1, then: 'return_to_kitchen' },
  { reason: 'nobody_there', then: 'call_customer' },
  { reason: 'wrong_address', then: 'call_customer' },
  { reason: 'code_unknown', then: 'call_customer' },
  { reason: 'refused', then: 'return_to_kitchen' },
  { reason: 'damaged', then: 'remake' },
  { reason: 'missing', then: 'remake' },
]

/** What to do after a hand-over failed for a reason, at a kind of point, after so many vain attempts before. */
export function nextActionFor(reason: FailureReason, point: PointKind, attempts = 0): NextAction {
  const rule = FAILURE_RULES.find(
    ({ reason: asked, at, after = 0 }) => asked === reason && (!at || at.includes(point)) && attempts >= after,
  )
  return rule?.then ?? 'call_customer'
}

/** What a drop is while its next action is still to be done. */
export function stateAfter(action: NextAction): AfterFailure {
  if (action === 'call_customer') return 'held'
  return action === 'leave_at_point' ? 'stored' : 'failed'
}
