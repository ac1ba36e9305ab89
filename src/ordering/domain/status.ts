import type { GroupStatus, OrderStatus } from '../../kernel/order-status'

/** A group's way; an event that would lead backwards is late and ignored, except a ticket that was recalled. */
const NEXT: Readonly<Record<GroupStatus, readonly GroupStatus[]>> = {
  awaiting_payment: ['placed', 'cancelled'],
  placed: ['cooking', 'ready', 'on_the_way', 'delivered', 'failed', 'cancelled'],
  cooking: ['placed', 'ready', 'on_the_way', 'delivered', 'failed', 'cancelled'],
  ready: ['placed', 'cooking', 'on_the_way', 'delivered', 'failed', 'cancelled'],
  on_the_way: ['delivered', 'failed'],
  delivered: [],
  failed: [],
  cancelled: [],
}

/** The states from which a group may come to `status`. */
export const statesBefore = (status: GroupStatus): GroupStatus[] =>
  (Object.keys(NEXT) as GroupStatus[]).filter((from) => NEXT[from].includes(status))

const OVER: readonly GroupStatus[] = ['delivered', 'failed', 'cancelled']

/** An order is completed when each of its groups has come to an end. */
export const isOver = (groups: readonly GroupStatus[]): boolean => groups.every((status) => OVER.includes(status))

/** What may be cancelled: paid or not, before the first cut-off of its groups and before anything left the kitchen. */
export const isCancellable = (
  order: { status: OrderStatus; groups: readonly { status: GroupStatus; cutoffAt: Date }[] },
  now: Date,
): boolean =>
  (order.status === 'placed' || order.status === 'awaiting_payment') &&
  order.groups.every(({ status, cutoffAt }) => now < cutoffAt && statesBefore('cancelled').includes(status))
