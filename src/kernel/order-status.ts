import { z } from 'zod'

/** An order as a whole: unpaid, taken, and the three ways it ends. */
export const ORDER_STATUSES = ['awaiting_payment', 'placed', 'completed', 'cancelled', 'expired'] as const
export const OrderStatus = z.enum(ORDER_STATUSES)
export type OrderStatus = z.infer<typeof OrderStatus>

/** What one kitchen makes for one slot of an order, from the payment to the hand-over. */
export const GROUP_STATUSES = [
  'awaiting_payment',
  'placed',
  'cooking',
  'ready',
  'on_the_way',
  'delivered',
  'failed',
  'cancelled',
] as const
export const GroupStatus = z.enum(GROUP_STATUSES)
export type GroupStatus = z.infer<typeof GroupStatus>
