import { BookingLost, BookingOver } from '../src/booking/events'
import { confirmPaid, releaseUnpaid } from '../src/booking/follow-order'
import { bookPayment } from '../src/funding/book-payment'
import { advanceBooked } from '../src/ordering/booked/advance-booked'
import { refundBooked } from '../src/ordering/booked/refund-booked'
import { BookingsDropped, BookingsPaid } from '../src/ordering/events'
import { on } from '../src/platform/consume'

/** Calendars follow the orders their bookings were bought with. */
export const booking = [on(BookingsPaid, confirmPaid), on(BookingsDropped, releaseUnpaid)]

/** Orders follow the calendars: what could not be kept is owed back, what is over is over. */
export const ordersOfBookings = [
  on(BookingLost, async (app, { bookingId, priceMinor: refundMinor }) => {
    await refundBooked(app, bookPayment, { bookingId, refundMinor, cause: `lost:${bookingId}`, status: 'cancelled' })
  }),
  on(BookingOver, async (app, { bookingId, outcome }) => {
    await advanceBooked(app, { bookingId, status: outcome === 'completed' ? 'delivered' : 'failed' })
  }),
]
