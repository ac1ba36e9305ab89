import { z } from 'zod'
import { endpoint } from '../../endpoint'
import { Day, FileAnswer, Id, Instant, NearInstant, Text } from '../../shapes'
import { Ladder } from '../basket/contract'

/** What can be booked beside meals, and somebody's own bookings. Amounts are integer minor units. */

/** 食住行游购育. */
export const Section = z.enum(['eat', 'live', 'move', 'tour', 'shop', 'learn'])
export const Kind = z.enum(['service_slot', 'hotel_night', 'travel_departure', 'ticket', 'produce', 'made_to_order'])
export const BookingStatus = z.enum(['held', 'confirmed', 'expired', 'cancelled', 'no_show', 'completed'])

export const Offering = z.object({
  id: Id,
  section: Section,
  kind: Kind,
  name: Text,
  about: Text,
  provider: Text,
  address: Text,
  zone: z.string(),
  currency: z.string(),
  fromMinor: z.number().int(),
  ladder: Ladder,
  isHealth: z.boolean(),
  options: z.array(z.object({ id: Id, name: Text, addMinor: z.number().int() })),
})

/** A departure, an entry, a harvest or a pick-up time. */
export const Place = z.object({
  id: Id,
  startsAt: Instant,
  endsAt: Instant,
  closesAt: Instant,
  priceMinor: z.number().int(),
  left: z.number().int(),
  /** Below this many the departure does not take place; 0 where it always does. */
  minimum: z.number().int(),
  sold: z.number().int(),
  /** Of a group buy: who gathers and hands out, and for which community. */
  leader: Text.nullable(),
  communityId: Id.nullable(),
  /** Set where a unit is so many grams and is paid by what it really weighs. */
  unitGrams: z.number().int().nullable(),
})

export const Room = z.object({
  id: Id,
  name: Text,
  sleeps: z.number().int(),
  checkIn: z.string(),
  checkOut: z.string(),
  left: z.number().int(),
  /** For all nights and rooms; null where some night is not for sale. */
  priceMinor: z.number().int().nullable(),
})

const Cost = z.object({ feeMinor: z.number().int(), refundMinor: z.number().int() })

export const Booking = z.object({
  id: Id,
  offeringId: Id.nullable(),
  kind: Kind,
  name: Text,
  provider: Text,
  address: Text,
  status: BookingStatus,
  quantity: z.number().int(),
  zone: z.string(),
  startsAt: Instant,
  endsAt: Instant,
  priceMinor: z.number().int(),
  feeMinor: z.number().int(),
  refundMinor: z.number().int(),
  currency: z.string(),
  /** As it was agreed when it was booked. */
  ladder: Ladder,
  /** What cancelling all of it costs now. */
  cancelling: Cost,
  /** May still be cancelled. */
  isOpen: z.boolean(),
  /** May still be moved: cancelling would be free. */
  isMovable: z.boolean(),
  /** To be shown at the door once it is firm. */
  code: z.string().nullable(),
  /** Begins within a day. */
  isNear: z.boolean(),
  party: z.array(z.object({ name: z.string() })),
  options: z.array(Id),
  order: z.object({ id: Id, number: z.string() }).nullable(),
})

export const listOfferings = endpoint({
  method: 'get',
  path: '/api/store/offerings',
  summary: 'What can be booked, by section: eat, live, move, tour, shop, learn',
  who: ['anyone'],
  query: z.object({ section: Section.optional() }),
  answer: z.object({ offerings: z.array(Offering) }),
})

export const showOffering = endpoint({
  method: 'get',
  path: '/api/store/offerings/:offeringId',
  summary: 'One thing that can be booked, with the cancellation ladder shown before paying',
  who: ['anyone'],
  params: z.object({ offeringId: Id }),
  answer: Offering.extend({ now: Instant, today: Day }),
})

export const listSlots = endpoint({
  method: 'get',
  path: '/api/store/offerings/:offeringId/slots',
  summary: 'The free starts of a service between two local days, both included',
  who: ['anyone'],
  params: z.object({ offeringId: Id }),
  query: z.object({ from: Day, to: Day }),
  answer: z.object({ zone: z.string(), starts: z.array(Instant) }),
})

export const listOpenPlaces = endpoint({
  method: 'get',
  path: '/api/store/offerings/:offeringId/places',
  summary: 'Departures, entries, harvests or pick-up times that may still be booked between two local days',
  who: ['anyone'],
  params: z.object({ offeringId: Id }),
  query: z.object({ from: Day, to: Day }),
  answer: z.object({ zone: z.string(), places: z.array(Place) }),
})

export const listRooms = endpoint({
  method: 'get',
  path: '/api/store/offerings/:offeringId/rooms',
  summary: 'The rooms of a house for a stay, half-open, with the price of all nights',
  who: ['anyone'],
  params: z.object({ offeringId: Id }),
  query: z.object({ from: Day, to: Day, rooms: z.coerce.number().int().min(1).max(20).default(1) }),
  answer: z.object({ rooms: z.array(Room) }),
})

export const Waiting = z.object({
  id: Id,
  offeringId: Id,
  placeId: Id,
  quantity: z.number().int(),
  status: z.enum(['waiting', 'offered', 'taken', 'lapsed']),
  /** The places are kept for the caller until then. */
  offeredUntil: Instant.nullable(),
})

export const joinWaiting = endpoint({
  method: 'post',
  path: '/api/store/offerings/:offeringId/waiting',
  summary: 'Stands in line for places that are sold out; what comes free is kept for two hours for whoever is next',
  who: ['guest'],
  params: z.object({ offeringId: Id }),
  body: z.object({ placeId: Id, quantity: z.number().int().min(1).max(99).default(1) }),
  answer: Waiting,
  status: 201,
  idempotent: true,
})

export const listWaiting = endpoint({
  method: 'get',
  path: '/api/store/waiting',
  summary: 'The lines the caller stands in, and places kept for them',
  who: ['guest'],
  answer: z.object({ waiting: z.array(Waiting) }),
})

export const listBookings = endpoint({
  method: 'get',
  path: '/api/store/bookings',
  summary: "The caller's own bookings, the latest first",
  who: ['guest'],
  answer: z.object({ bookings: z.array(Booking) }),
})

const params = z.object({ bookingId: Id })

export const showBooking = endpoint({
  method: 'get',
  path: '/api/store/bookings/:bookingId',
  summary: "One of the caller's own bookings, with what cancelling it costs now",
  who: ['guest'],
  params,
  answer: Booking,
})

export const calendarFile = endpoint({
  method: 'get',
  path: '/api/store/bookings/:bookingId/calendar.ics',
  summary: 'A booking for the calendar of a phone or a desk',
  who: ['guest'],
  params,
  answer: FileAnswer,
  file: 'text/calendar',
})

export const voucherCode = endpoint({
  method: 'get',
  path: '/api/store/bookings/:bookingId/code.svg',
  summary: "A firm booking's voucher as a QR code",
  who: ['guest'],
  params,
  answer: FileAnswer,
  file: 'image/svg+xml',
})

export const cancelBooking = endpoint({
  method: 'post',
  path: '/api/store/bookings/:bookingId/cancellation',
  summary: 'Cancels a booking or a part of its party by the ladder agreed on; the rest of the order stays as it is',
  who: ['guest'],
  params,
  body: z.object({ quantity: z.number().int().min(1).max(99).optional() }),
  answer: Booking,
  idempotent: true,
})

export const changeBooking = endpoint({
  method: 'post',
  path: '/api/store/bookings/:bookingId/change',
  summary: 'Moves a booking to another time while cancelling is free; what that costs less comes back',
  who: ['guest'],
  params,
  body: z.object({
    subjectId: Id.optional(),
    startsAt: NearInstant.optional(),
    from: Day.optional(),
    to: Day.optional(),
  }),
  answer: Booking,
  idempotent: true,
})
