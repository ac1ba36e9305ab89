import type { BookingKind } from '../schema/bookings'
import { counted } from './counted/counted'
import { hotelNight } from './hotel-night/hotel-night'
import type { Kind } from './kind'
import { serviceSlot } from './service-slot/service-slot'

/** Every kind of booking by its name. */
export const KINDS: Readonly<Record<BookingKind, Kind>> = {
  service_slot: serviceSlot,
  hotel_night: hotelNight,
  travel_departure: counted,
  ticket: counted,
  produce: counted,
  made_to_order: counted,
}
