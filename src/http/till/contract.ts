import { z } from 'zod'
import { MealPeriod, ServiceDate } from '../../kernel/time'
import { endpoint } from '../endpoint'
import { Day, Id, Instant, Text } from '../shapes'

/** A canteen's till: what staff sell over the counter, with the prices and payers of every order. Minor units. */

const who = ['till'] as const
const site = z.object({ siteId: Id })
const Minor = z.number().int().min(0).max(10_000_000)

export const TillPayment = z.enum(['cash', 'card_terminal', 'purse'])
export const Mode = z.enum(['dine_in', 'takeaway'])

export const TillMember = z.object({
  memberId: Id,
  name: z.string(),
  code: z.string(),
  identified: z.enum(['code', 'card']),
})

/** Who pays a part and why, or why nothing; a code with its values, put in words by the page. */
export const TillPayer = z.object({
  kind: z.string(),
  name: Text,
  amountMinor: z.number().int(),
  reason: z.object({ code: z.string(), params: z.record(z.string(), z.union([z.string(), z.number()])) }),
})

export const Basket = z.object({
  items: z
    .array(z.object({ offerId: Id, quantity: z.number().int().min(1).max(99) }))
    .min(1)
    .max(50)
    .refine((items) => new Set(items.map(({ offerId }) => offerId)).size === items.length, {
      error: 'an offer appears twice',
    }),
  memberId: Id.nullable().default(null),
  /** How the member was found. */
  identified: z.enum(['code', 'card']).default('code'),
  mode: Mode.default('dine_in'),
  payment: TillPayment.default('cash'),
})

export const TillQuote = z.object({
  totalMinor: z.number().int(),
  /** What the guest pays, by whatever means. */
  dueMinor: z.number().int(),
  currency: z.string(),
  payers: z.array(TillPayer),
})

export const Sale = z.object({
  orderId: Id,
  number: z.string(),
  soldAt: Instant,
  payment: TillPayment,
  totalMinor: z.number().int(),
  paidMinor: z.number().int(),
  givenMinor: z.number().int().nullable(),
  currency: z.string(),
  withMember: z.boolean(),
  voided: z.boolean(),
})

export const Receipt = Sale.extend({
  site: Text,
  zone: z.string(),
  changeMinor: z.number().int(),
  lines: z.array(z.object({ name: Text, quantity: z.number().int(), totalMinor: z.number().int() })),
  payers: z.array(TillPayer),
})

export const TillDay = z.object({
  day: ServiceDate,
  currency: z.string(),
  zone: z.string(),
  sales: z.array(Sale),
  /** By payment type, without what was voided. */
  totals: z.object({ cash: z.number().int(), card_terminal: z.number().int(), purse: z.number().int() }),
  closed: z.object({ countedMinor: z.number().int(), closedAt: Instant }).nullable(),
})

export const listTillSites = endpoint({
  method: 'get',
  path: '/api/till/sites',
  summary: 'The canteens whose tills the caller serves',
  who,
  answer: z.object({ sites: z.array(site.extend({ name: Text, zone: z.string(), today: ServiceDate })) }),
})

export const showTillMenu = endpoint({
  method: 'get',
  path: '/api/till/sites/:siteId/menu',
  summary: 'What is sold over the counter now, or at the next meal of the day',
  who,
  params: site,
  answer: z.object({
    meal: z
      .object({ period: MealPeriod, servesFrom: Instant, servesTo: Instant, zone: z.string(), selling: z.boolean() })
      .nullable(),
    currency: z.string(),
    offers: z.array(
      z.object({
        id: Id,
        name: Text,
        art: z.string(),
        category: z.string(),
        priceMinor: z.number().int(),
        left: z.number().int(),
      }),
    ),
  }),
})

export const findTillMember = endpoint({
  method: 'post',
  path: '/api/till/sites/:siteId/members',
  summary: 'A member by code, QR code or card; noted, whoever looks',
  who,
  params: site,
  body: z.object({ code: z.string().trim().min(4).max(60) }),
  answer: TillMember,
})

export const quoteSale = endpoint({
  method: 'post',
  path: '/api/till/sites/:siteId/quotes',
  summary: 'What a sale would cost the guest, and who pays the rest and why',
  who,
  params: site,
  body: Basket,
  answer: TillQuote,
})

export const sell = endpoint({
  method: 'post',
  path: '/api/till/sites/:siteId/sales',
  summary: 'Sells and hands over; another amount than the one said is refused as `quote_changed`',
  who,
  params: site,
  body: Basket.extend({ dueMinor: Minor, givenMinor: Minor.nullable().default(null) }),
  answer: Receipt,
  status: 201,
  idempotent: true,
})

export const voidSale = endpoint({
  method: 'post',
  path: '/api/till/sites/:siteId/sales/:orderId/void',
  summary: 'Undoes a sale within ten minutes; everybody who paid gets it back',
  who,
  params: site.extend({ orderId: Id }),
  body: z.object({ reason: z.string().trim().min(1).max(200) }),
  answer: TillDay,
  idempotent: true,
})

export const showDay = endpoint({
  method: 'get',
  path: '/api/till/sites/:siteId/day',
  summary: 'What the till did on a day, by default today',
  who,
  params: site,
  query: z.object({ day: Day.optional() }),
  answer: TillDay,
})

export const closeDay = endpoint({
  method: 'post',
  path: '/api/till/sites/:siteId/day/close',
  summary: 'Closes a day with the cash that was counted; nothing is sold or voided on it afterwards',
  who,
  params: site,
  body: z.object({ day: Day, countedMinor: Minor }),
  answer: TillDay,
  idempotent: true,
})
