import { asc, eq, inArray } from 'drizzle-orm'
import type { App } from '../../platform/app'
import { bookedGroups } from '../schema/booked'
import { orders } from '../schema/orders'

export type BookedGroup = typeof bookedGroups.$inferSelect

/** The bookings of some orders, by when they begin. */
export const bookedOf = (app: App, orderIds: readonly string[]): Promise<BookedGroup[]> =>
  app.db
    .select()
    .from(bookedGroups)
    .where(inArray(bookedGroups.orderId, [...orderIds]))
    .orderBy(asc(bookedGroups.startsAt), asc(bookedGroups.id))

/** Which orders some bookings were bought with. */
export const ordersOfBookings = (app: App, bookingIds: readonly string[]) =>
  app.db
    .select({ bookingId: bookedGroups.bookingId, orderId: orders.id, number: orders.number })
    .from(bookedGroups)
    .innerJoin(orders, eq(orders.id, bookedGroups.orderId))
    .where(inArray(bookedGroups.bookingId, [...bookingIds]))

/** Who booked, by booking, as the provider greets them. Personal. */
export const guestsOf = (app: App, bookingIds: readonly string[]) =>
  app.db
    .select({ bookingId: bookedGroups.bookingId, name: orders.contactName, phone: orders.contactPhone })
    .from(bookedGroups)
    .innerJoin(orders, eq(orders.id, bookedGroups.orderId))
    .where(inArray(bookedGroups.bookingId, [...bookingIds]))
