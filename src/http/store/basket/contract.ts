import { z } from 'zod'
import { AllergenCode } from '../../../kernel/allergens'
import { MealPeriod, ServiceDate } from '../../../kernel/time'
import { endpoint } from '../../endpoint'
import { Id, Instant, Text } from '../../shapes'

/** What a basket costs and who pays it. Amounts are integer minor units. */

export const Item = z.object({ offerId: Id, quantity: z.number().int().min(1).max(99) })
export const Items = z
  .array(Item)
  .min(1)
  .max(50)
  .refine((items) => new Set(items.map(({ offerId }) => offerId)).size === items.length, {
    error: 'an offer appears twice',
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

export const PlaceOrder = z.object({
  servicePointId: Id,
  items: Items,
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

export const quote = endpoint({
  method: 'post',
  path: '/api/store/quotes',
  summary: 'What a basket costs now, in every part; holds nothing',
  who: ['anyone'],
  body: z.object({
    servicePointId: Id,
    items: Items,
    payWith: PayWith.optional(),
    usePurse: z.boolean().default(false),
    /** Whose meal it is, where the caller orders for a relative who agreed. */
    forPersonId: Id.optional(),
  }),
  answer: Quote,
})
