import type { OrderGroup } from '../../api/store'

type Status = OrderGroup['status']
type StepState = 'done' | 'current' | 'todo' | 'failed'

/** The five steps a customer follows, in order. */
export const STEPS = ['placed', 'cooking', 'ready', 'on_the_way', 'delivered'] as const
export type StepName = (typeof STEPS)[number]

/** Where a status stands among the steps; -1 before the first. */
const rankOf = (status: Status): number => STEPS.findIndex((step) => step === status)

/** Steps that take a while; the others are done the moment they are reached. */
const UNDER_WAY: readonly Status[] = ['cooking', 'on_the_way']

/**
 * The state of each step. A status reached implies the steps before it, also where nobody reported them; a failed
 * hand-over stops at the last step.
 */
export function stepStates(status: Status): Readonly<Record<StepName, StepState>> {
  const at = status === 'failed' ? STEPS.length - 1 : rankOf(status)
  const stateOf = (i: number): StepState => {
    if (i < at) return 'done'
    if (i > at) return 'todo'
    if (status === 'failed') return 'failed'
    return UNDER_WAY.includes(status) ? 'current' : 'done'
  }
  const states = STEPS.map((step, i) => [step, stateOf(i)] as const)
  return Object.fromEntries(states) as Record<StepName, StepState>
}

/** What the stream has told of the groups of an order: when each reached which status. */
export type Reached = Readonly<Record<string, Partial<Record<Status, string>>>>

/** Takes in one event; the first time a status was reached is the one that counts. */
export function reach(
  reached: Reached,
  { groupId, status, at }: { groupId: string; status: Status; at: string },
): Reached {
  const group = reached[groupId] ?? {}
  return { ...reached, [groupId]: { [status]: at, ...group } }
}
