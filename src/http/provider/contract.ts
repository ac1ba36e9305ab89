import { z } from 'zod'
import { endpoint } from '../endpoint'
import { Day, Id, Instant, NearInstant, Text } from '../shapes'
import { BookingStatus, Kind } from '../store/bookings/contract'

/** The desk of whoever can be booked: its calendar, who comes, and vouchers. Health notes are for this desk alone. */

const who = ['provider', 'operator'] as const

export const Provider = z.object({ id: Id, name: Text, address: Text, zone: z.string() })

export const Resource = z.object({ id: Id, kind: z.enum(['staff', 'room', 'equipment']), name: Text })

/** What a resource is busy with, its buffer included: a booking or a block. */
export const Use = z.object({ id: Id, resourceId: Id, from: Instant, to: Instant, isBlock: z.boolean() })

export const DeskBooking = z.object({
  id: Id,
  kind: Kind,
  name: Text,
  status: BookingStatus,
  quantity: z.number().int(),
  startsAt: Instant,
  endsAt: Instant,
  guest: z.string(),
  phone: z.string(),
  party: z.array(z.string()),
  /** What a health guest told the provider, with their consent. */
  note: z.string(),
  /** What was chosen with it: milk, size. */
  options: z.array(Text),
  /** Set where goods are paid by weight: what was ordered, and what was weighed. */
  orderedGrams: z.number().int().nullable(),
  weighedGrams: z.number().int().nullable(),
})

export const Session = z.object({
  id: Id,
  name: Text,
  startsAt: Instant,
  endsAt: Instant,
  seats: z.number().int(),
  sold: z.number().int(),
  minimum: z.number().int(),
  calledOff: z.boolean(),
})

const params = z.object({ providerId: Id })

export const listProviders = endpoint({
  method: 'get',
  path: '/api/provider/providers',
  summary: 'Whose desk the caller may sit at',
  who,
  answer: z.object({ providers: z.array(Provider) }),
})

export const showCalendar = endpoint({
  method: 'get',
  path: '/api/provider/providers/:providerId/calendar',
  summary: 'Resources, bookings, blocks and departures of some local days, both included; at most 31',
  who,
  params,
  query: z.object({ from: Day, to: Day }),
  answer: z.object({
    provider: Provider,
    now: Instant,
    resources: z.array(Resource),
    uses: z.array(Use),
    bookings: z.array(DeskBooking),
    sessions: z.array(Session),
  }),
})

export const blockTime = endpoint({
  method: 'post',
  path: '/api/provider/providers/:providerId/blocks',
  summary: 'Keeps somebody or something free; never over a booking',
  who,
  params,
  body: z.object({ resourceId: Id, from: NearInstant, to: NearInstant }),
  answer: z.object({ id: Id }),
  status: 201,
  idempotent: true,
})

export const unblockTime = endpoint({
  method: 'delete',
  path: '/api/provider/providers/:providerId/blocks/:blockId',
  summary: 'Lifts a block',
  who,
  params: params.extend({ blockId: Id }),
  answer: z.object({ id: Id }),
})

export const moveBooking = endpoint({
  method: 'post',
  path: '/api/provider/providers/:providerId/bookings/:bookingId/move',
  summary: 'Moves a slot to another time or to somebody else who can do it',
  who,
  params: params.extend({ bookingId: Id }),
  body: z.object({ startsAt: NearInstant, resourceId: Id.optional() }),
  answer: z.object({ id: Id, startsAt: Instant, endsAt: Instant }),
  idempotent: true,
})

export const redeem = endpoint({
  method: 'post',
  path: '/api/provider/providers/:providerId/redemptions',
  summary: 'Redeems a voucher that was scanned or typed: checks its guest in, once',
  who,
  params,
  body: z.object({ code: z.string().trim().toUpperCase().min(6).max(20) }),
  answer: z.object({ id: Id, name: Text, quantity: z.number().int(), startsAt: Instant }),
  idempotent: true,
})

export const noShow = endpoint({
  method: 'post',
  path: '/api/provider/providers/:providerId/bookings/:bookingId/no-show',
  summary: 'Notes that nobody came, once it has begun',
  who,
  params: params.extend({ bookingId: Id }),
  answer: z.object({ id: Id }),
  idempotent: true,
})

export const weigh = endpoint({
  method: 'post',
  path: '/api/provider/providers/:providerId/bookings/:bookingId/weight',
  summary: 'Settles goods sold by weight to what they really weigh; what is missing is paid back',
  who,
  params: params.extend({ bookingId: Id }),
  body: z.object({ grams: z.number().int().min(1).max(10_000_000) }),
  answer: z.object({ id: Id, refundMinor: z.number().int() }),
  idempotent: true,
})

export const callOff = endpoint({
  method: 'post',
  path: '/api/provider/providers/:providerId/departures/:poolId/call-off',
  summary: 'Calls a departure off that too few have booked; everybody gets everything back',
  who,
  params: params.extend({ poolId: Id }),
  answer: z.object({ id: Id, bookings: z.number().int() }),
  idempotent: true,
})
