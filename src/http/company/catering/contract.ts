import { z } from 'zod'
import { MealPeriod, ServiceDate } from '../../../kernel/time'
import { endpoint } from '../../endpoint'
import { Id, Instant, NearInstant, Text } from '../../shapes'
import { Contact } from '../../store/basket/contract'

/** Catering for so many heads: asked for by a company, priced by the kitchen, accepted in one act. Minor units. */

const who = ['company_admin'] as const
const cooks = ['operator', 'kitchen'] as const
const params = z.object({ companyId: Id })
const one = params.extend({ requestId: Id })

export const DIETS = ['vegetarian', 'vegan', 'halal', 'soft', 'light'] as const
const Count = z.number().int().min(0).max(2_000)
const Heads = z.number().int().min(1).max(2_000)
const Diets = z.object({ vegetarian: Count, vegan: Count, halal: Count, soft: Count, light: Count }).partial()

export const Catering = z.object({
  requestId: Id,
  companyId: Id,
  company: Text,
  servicePointId: Id,
  place: Text,
  serviceDate: ServiceDate,
  period: MealPeriod,
  heads: z.number().int(),
  perHeadMinor: z.number().int(),
  currency: z.string(),
  diets: Diets,
  note: z.string(),
  /** A quote nobody accepted in time is expired. */
  status: z.enum(['asked', 'quoted', 'accepted', 'declined', 'withdrawn', 'expired']),
  version: z.number().int(),
  site: Text.nullable(),
  cutoffAt: Instant.nullable(),
  lines: z.array(z.object({ offerId: Id, name: Text, quantity: z.number().int(), unitMinor: z.number().int() })),
  totalMinor: z.number().int(),
  validUntil: Instant.nullable(),
  answer: z.string().nullable(),
  orderId: Id.nullable(),
})

const List = z.object({ catering: z.array(Catering) })

export const listCatering = endpoint({
  method: 'get',
  path: '/api/company/companies/:companyId/catering',
  summary: "A company's catering, with the places it can be brought to",
  who,
  params,
  answer: List.extend({ points: z.array(z.object({ servicePointId: Id, name: Text })) }),
})

export const askCatering = endpoint({
  method: 'post',
  path: '/api/company/companies/:companyId/catering',
  summary: 'Ask for catering for so many heads',
  who,
  params,
  body: z
    .object({
      servicePointId: Id,
      costCentreId: Id.nullable().default(null),
      serviceDate: ServiceDate,
      period: MealPeriod,
      heads: Heads,
      perHeadMinor: z.number().int().min(1).max(1_000_000),
      diets: Diets.default({}),
      note: z.string().trim().max(200).default(''),
      contact: Contact,
    })
    .refine(({ heads, diets }) => Object.values(diets).reduce<number>((sum, n) => sum + (n ?? 0), 0) <= heads, {
      error: 'more diets than heads',
      path: ['diets'],
    }),
  answer: List,
  status: 201,
  idempotent: true,
})

export const acceptCatering = endpoint({
  method: 'post',
  path: '/api/company/companies/:companyId/catering/:requestId/acceptance',
  summary: 'Make an order of the quote that was seen, charged to its cost centre',
  who,
  params: one,
  body: z.object({ version: z.number().int().min(1) }),
  answer: List,
  idempotent: true,
})

export const changeHeads = endpoint({
  method: 'post',
  path: '/api/company/companies/:companyId/catering/:requestId/heads',
  summary: 'Another number of heads at the confirmed prices, until the cut-off; an order is placed anew',
  who,
  params: one,
  body: z.object({ version: z.number().int().min(1), heads: Heads }),
  answer: List,
  idempotent: true,
})

export const withdrawCatering = endpoint({
  method: 'post',
  path: '/api/company/companies/:companyId/catering/:requestId/withdrawal',
  summary: 'Take back a request that is no order yet',
  who,
  params: one,
  answer: List,
  idempotent: true,
})

export const listCateringToQuote = endpoint({
  method: 'get',
  path: '/api/operator/catering',
  summary: 'What companies ask the kitchens of a tenant for',
  who: cooks,
  answer: List,
})

export const proposeCatering = endpoint({
  method: 'get',
  path: '/api/operator/catering/:requestId/proposal',
  summary: 'What each kitchen that serves the place could cook within the price a head; writes nothing',
  who: cooks,
  params: z.object({ requestId: Id }),
  answer: z.object({
    proposals: z.array(
      z.object({
        menuDayId: Id,
        site: Text,
        cutoffAt: Instant,
        lines: z.array(z.object({ offerId: Id, name: Text, quantity: z.number().int(), unitMinor: z.number().int() })),
        totalMinor: z.number().int(),
      }),
    ),
  }),
})

export const quoteCatering = endpoint({
  method: 'post',
  path: '/api/operator/catering/:requestId/quote',
  summary: 'Confirm dishes and prices until an instant, at most the cut-off; a newer quote replaces it',
  who: cooks,
  params: z.object({ requestId: Id }),
  body: z.object({
    menuDayId: Id,
    lines: z
      .array(
        z.object({
          offerId: Id,
          quantity: z.number().int().min(1).max(2_000),
          unitMinor: z.number().int().min(0).max(1_000_000),
        }),
      )
      .min(1)
      .max(20),
    validUntil: NearInstant,
  }),
  answer: List,
  idempotent: true,
})

export const declineCatering = endpoint({
  method: 'post',
  path: '/api/operator/catering/:requestId/decline',
  summary: 'Say no to a request, with a reason',
  who: cooks,
  params: z.object({ requestId: Id }),
  body: z.object({ reason: z.string().trim().min(1).max(300) }),
  answer: List,
  idempotent: true,
})
