import { z } from 'zod'
import { defineEvent } from '../kernel/event'
import { MealPeriod, ServiceDate } from '../kernel/time'

const Line = z.object({
  lineId: z.string(),
  dishId: z.string(),
  recipeVersionId: z.string().nullable(),
  quantity: z.number().int().positive(),
})

/** One fulfilment group is paid and firm: its kitchen may see it, Medusa may record its order. */
export const OrderPlaced = defineEvent(
  'ordering.order-placed',
  z.object({
    orderId: z.string(),
    groupId: z.string(),
    operatorId: z.string(),
    siteId: z.string(),
    menuDayId: z.string(),
    serviceDate: ServiceDate,
    period: MealPeriod,
    lines: z.array(Line).min(1),
  }),
)

/** The order is void, its portions are back, its money is on the way back. */
export const OrderCancelled = defineEvent(
  'ordering.order-cancelled',
  z.object({ orderId: z.string(), operatorId: z.string(), groupIds: z.array(z.string()) }),
)

/** The cut-off of a menu day was processed: what is ordered is all there will be. */
export const MenuClosed = defineEvent(
  'ordering.menu-closed',
  z.object({
    menuDayId: z.string(),
    operatorId: z.string(),
    siteId: z.string(),
    serviceDate: ServiceDate,
    period: MealPeriod,
  }),
)

/** An order with bookings is paid and firm: whoever keeps their calendars may rely on it. */
export const BookingsPaid = defineEvent(
  'ordering.bookings-paid',
  z.object({ orderId: z.string(), bookingIds: z.array(z.string()).min(1) }),
)

/** Its order was never paid: the places are wanted no more. */
export const BookingsDropped = defineEvent(
  'ordering.bookings-dropped',
  z.object({ bookingIds: z.array(z.string()).min(1) }),
)

/** Every group of the order was handed over or failed for good. */
export const OrderCompleted = defineEvent(
  'ordering.order-completed',
  z.object({ orderId: z.string(), operatorId: z.string() }),
)

/** Money of a payment is owed back; whoever talks to its provider returns it. */
export const RefundDue = defineEvent('ordering.refund-due', z.object({ refundId: z.string(), orderId: z.string() }))
