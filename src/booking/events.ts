import { z } from 'zod'
import { defineEvent } from '../kernel/event'

/** Paid, but its places were gone: the money is owed back. */
export const BookingLost = defineEvent(
  'booking.booking-lost',
  z.object({ bookingId: z.string(), priceMinor: z.number().int() }),
)

/** It took place, or nobody came. */
export const BookingOver = defineEvent(
  'booking.booking-over',
  z.object({ bookingId: z.string(), outcome: z.enum(['completed', 'no_show']) }),
)

/** It begins within a day: whoever can reach the person reminds them. */
export const BookingNear = defineEvent(
  'booking.booking-near',
  z.object({ bookingId: z.string(), personId: z.string(), operatorId: z.string() }),
)
