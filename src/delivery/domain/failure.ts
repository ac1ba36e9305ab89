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

export const NEXT_ACTIONS = ['call_customer', 'leave_at_point', 'return_to_kitchen', 'remake'] as const
export type NextAction = (typeof NEXT_ACTIONS)[number]

interface Rule {
  readonly reason: FailureReason
  /** Only at these points; everywhere when absent. */
  readonly at?: readonly PointKind[]
  readonly then: NextAction
}

/** What happens after a failed hand-over: the first rule that fits. Every reason has one that fits everywhere. */
export const FAILURE_RULES: readonly Rule[] = [
  // a staffed or locked point keeps the box; a doorstep does not
  { reason: 'nobody_there', at: ['locker', 'desk', 'canteen'], then: 'leave_at_point' },
  { reason: 'nobody_there', then: 'call_customer' },
  { reason: 'wrong_address', then: 'call_customer' },
  { reason: 'code_unknown', then: 'call_customer' },
  { reason: 'refused', then: 'return_to_kitchen' },
  { reason: 'damaged', then: 'remake' },
  { reason: 'missing', then: 'remake' },
]

export function nextActionFor(reason: FailureReason, point: PointKind): NextAction {
  const rule = FAILURE_RULES.find((rule) => rule.reason === reason && (!rule.at || rule.at.includes(point)))
  return rule?.then ?? 'call_customer'
}
