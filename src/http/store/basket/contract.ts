import { z } from 'zod'
import { AllergenCode } from '../../../kernel/allergens'
import { MealPeriod, ServiceDate } from '../../../kernel/time'
import { endpoint } from '../../endpoint'
import { Day, Id, Instant, NearInstant, Text } from '../../shapes'

/** What a basket costs and who pays it. Amounts are integer minor units. */

export const Item = z.object({ offerId: Id, quantity: z.number().int().min(1).max(99) })
export const Items = z
  .array(Item)
  .min(1)
  .max(50)
  .refine((items) => new Set(items.map(({ offerId }) => offerId)).size === items.length, {
    error: 'an offer appears twice',
  })

/** A basket may be of bookings alone, but not of nothing: see `hasSomething`. */
const MealItems = z.union([Items, z.tuple([])])

/** Who travels. */
export const Passenger = z.object({
  name: z.string().trim().min(1).max(60),
  birthDate: z.iso.date().refine((day) => day >= '1900-01-01' && day < '2100-01-01'),
})

/** Something to be booked with the meals; each kind looks at what concerns it. */
export const BookingWish = z.object({
  offeringId: Id,
  /** The room type, departure, entry slot or harvest; a service has none. */
  subjectId: Id.optional(),
  startsAt: NearInstant.optional(),
  /** A stay, half-open: the night of `to` is not slept. */
  from: Day.optional(),
  to: Day.optional(),
  /** Rooms, seats or units. */
  quantity: z.number().int().min(1).max(99).default(1),
  guests: z.number().int().min(1).max(99).optional(),
  options: z.array(Id).max(10).default([]),
  /** Yes to the provider's keeping what a health booking needs; without it that is refused as `consent_needed`. */
  consent: z.boolean().default(false),
  /** For a health provider alone; kept with the consent, never with the order. */
  note: z.string().trim().max(500).default(''),
  party: z.array(Passenger).max(99).default([]),
})
const BookingWishes = z.array(BookingWish).max(20).default([])

/** No meals only where something is booked. */
const hasSomething = ({
  items,
  bookings,
}: {
  readonly items: readonly unknown[]
  readonly bookings: readonly unknown[]
}) => items.length + bookings.length > 0
const NOTHING_IN_IT = { path: ['items'], error: 'nothing is ordered' }

/** What a cancellation costs so many calendar days before: a share, whole nights or an amount. */
export const Ladder = z.array(
  z.object({
    fromDays: z.number().int(),
    charge: z.union([
      z.object({ bps: z.number().int() }),
      z.object({ nights: z.number().int() }),
      z.object({ minor: z.number().int() }),
    ]),
  }),
)

/** A booking of the basket with its price and what cancelling it will cost. */
export const QuotedBooking = z.object({
  offeringId: Id,
  kind: z.string(),
  name: Text,
  quantity: z.number().int(),
  startsAt: Instant,
  endsAt: Instant,
  zone: z.string(),
  priceMinor: z.number().int(),
  taxBps: z.number().int(),
  ladder: Ladder,
  /** Asks for a consent of its own. */
  isHealth: z.boolean(),
})

/** A narrow window of a meal: food comes inside it. */
export const Slot = z.object({ from: Instant, to: Instant })

/** With the company's money first, or privately at public prices. */
export const PayWith = z.enum(['company', 'private'])

/** Somebody who pays a part, with the reason: a code with its values, put in words by the page. */
export const Payer = z.object({
  /** `discount`, `grant`, `allowance`, `budget`, `purse`, or `payment` for the person's own. */
  kind: z.string(),
  name: Text,
  amountMinor: z.number().int(),
  refundedMinor: z.number().int(),
  /** The meal it pays for; null for all. */
  menuDayId: Id.nullable(),
  reason: z.object({ code: z.string(), params: z.record(z.string(), z.union([z.string(), z.number()])) }),
})

export const Quote = z.object({
  payWith: PayWith,
  /** Everybody who would pay, also with nothing, and why. */
  payers: z.array(Payer),
  /** What is left for the person to pay. */
  dueMinor: z.number().int(),
  itemsMinor: z.number().int(),
  feeMinor: z.number().int(),
  totalMinor: z.number().int(),
  taxMinor: z.number().int(),
  currency: z.string(),
  bookings: z.array(QuotedBooking),
  groups: z.array(
    z.object({
      menuDayId: Id,
      site: Text,
      serviceDate: ServiceDate,
      period: MealPeriod,
      servesFrom: Instant,
      servesTo: Instant,
      cutoffAt: Instant,
      feeMinor: z.number().int(),
      /** Why a rule asks another fee than the point itself; null where none does. */
      feeReason: Text.nullable(),
      /** What may be chosen at this place; none: food comes all through the meal. */
      slots: z.array(Slot),
      items: z.array(
        Item.extend({
          name: Text,
          unitMinor: z.number().int(),
          totalMinor: z.number().int(),
          /** What whoever eats it said they cannot eat and the dish has, or may have: to be acknowledged. */
          hits: z.array(AllergenCode),
        }),
      ),
    }),
  ),
})

export const Contact = z.object({
  name: z.string().trim().min(1).max(40),
  phone: z.string().regex(/^\+?\d{7,15}$/),
})

export const OrderFields = z.object({
  servicePointId: Id,
  items: MealItems.default([]),
  /** Held and paid with the meals, or nothing of it all. */
  bookings: BookingWishes,
  contact: Contact,
  note: z.string().trim().max(200).default(''),
  /** Slots chosen from the quote's, by when they begin; a meal without one is brought all through its time. */
  slots: z
    .array(z.object({ menuDayId: Id, from: Instant }))
    .max(50)
    .default([]),
  /** The total the person saw; another one now is refused as `quote_changed`. */
  totalMinor: z.number().int().min(0),
  /** What of it the person saw as their own part; another one now is refused as `quote_changed`. */
  dueMinor: z.number().int().min(0).optional(),
  /** An employee's default is the company. */
  payWith: PayWith.optional(),
  usePurse: z.boolean().default(false),
  /** Whose meal it is, where the caller orders for a relative who agreed. */
  forPersonId: Id.optional(),
  /** Declared allergens the person takes all the same, dish by dish; else such a dish is refused as `allergen_declared`. */
  acknowledged: z
    .array(z.object({ offerId: Id, codes: z.array(AllergenCode).min(1).max(14) }))
    .max(50)
    .default([]),
})

export const PlaceOrder = OrderFields.refine(hasSomething, NOTHING_IN_IT)

export const quote = endpoint({
  method: 'post',
  path: '/api/store/quotes',
  summary: 'What a basket costs now, in every part; holds nothing',
  who: ['anyone'],
  body: z
    .object({
      servicePointId: Id,
      items: MealItems.default([]),
      bookings: BookingWishes,
      payWith: PayWith.optional(),
      usePurse: z.boolean().default(false),
      /** Whose meal it is, where the caller orders for a relative who agreed. */
      forPersonId: Id.optional(),
    })
    .refine(hasSomething, NOTHING_IN_IT),
  answer: Quote,
})
