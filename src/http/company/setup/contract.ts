import { z } from 'zod'
import { MealPeriod, ServiceDate } from '../../../kernel/time'
import { endpoint } from '../../endpoint'
import { Id, Text } from '../../shapes'
import { Month } from '../spend/contract'

/** How a company pays: its cost centres and budgets, its rules, and where its money may be spent. Amounts in minor units. */

const who = ['company_admin'] as const
const params = z.object({ companyId: Id })
const Word = z.string().trim().min(1).max(80)
const Amount = z.number().int().min(0).max(1_000_000_000)
const Name = z.object({ zh: Word, en: Word })

export const CHARGES = ['food', 'delivery_fee', 'packaging', 'tip', 'alcohol', 'retail_goods'] as const

/** What a rule pays; `days` are those of the work calendar, or weekdays with 1 = Monday. */
export const Rule = z.object({
  amountMinor: Amount,
  per: z.enum(['meal', 'day', 'month']),
  periods: z.array(MealPeriod).min(1).optional(),
  days: z.union([z.enum(['every_day', 'workdays']), z.array(z.number().int().min(1).max(7)).min(1)]),
  shifts: z.array(Word).min(1).max(20).optional(),
  /** Kitchens it is good at. */
  siteIds: z.array(Id).min(1).max(50).optional(),
  /** The company's own sites whose people it pays for. */
  buildingIds: z.array(Id).min(1).max(50).optional(),
  carryOver: z.boolean(),
  excludes: z.array(z.enum(CHARGES)),
})

export const Setup = z.object({
  companyId: Id,
  currency: z.string(),
  /** The first day a new rule may begin. */
  tomorrow: z.iso.date(),
  month: Month,
  entities: z.array(z.object({ id: Id, name: Text, taxNumber: z.string() })),
  sites: z.array(z.object({ buildingId: Id, name: Text })),
  departments: z.array(z.string()),
  centres: z.array(
    z.object({
      id: Id,
      code: z.string(),
      name: Text,
      legalEntityId: Id,
      ownerId: Id.nullable(),
      people: z.number().int(),
      limitMinor: z.number().int().nullable(),
      usedMinor: z.number().int().nullable(),
    }),
  ),
  rules: z.array(
    z.object({
      versionId: Id,
      /** Of all versions of one rule. */
      seriesId: Id,
      position: z.number().int(),
      name: Text,
      rule: Rule,
      from: z.iso.date(),
      to: z.iso.date().nullable(),
      state: z.enum(['coming', 'running', 'over']),
    }),
  ),
  /** Null: all. */
  allowedSiteIds: z.array(Id).nullable(),
  allowedPeriods: z.array(MealPeriod).nullable(),
  kitchens: z.array(z.object({ id: Id, name: Text })),
  prices: z.array(
    z.object({
      dishId: Id,
      name: Text,
      priceMinor: z.number().int(),
      publicMinor: z.number().int(),
      from: z.iso.date(),
    }),
  ),
})

export const showSetup = endpoint({
  method: 'get',
  path: '/api/company/companies/:companyId/setup',
  summary: 'Legal entities, sites, departments, cost centres with their budgets, rules, kitchens, meals and price list',
  who: ['company_admin', 'operator'],
  params,
  query: z.object({ month: Month.optional() }),
  answer: Setup,
})

export const saveCentre = endpoint({
  method: 'post',
  path: '/api/company/companies/:companyId/cost-centres',
  summary: 'Write a cost centre, or change one; its owner may approve what its people ask for',
  who,
  params,
  body: z.object({
    costCentreId: Id.optional(),
    legalEntityId: Id,
    code: z.string().trim().min(1).max(20),
    name: Name,
    ownerId: Id.nullable().default(null),
  }),
  answer: Setup,
  status: 201,
  idempotent: true,
})

export const setBudget = endpoint({
  method: 'put',
  path: '/api/company/companies/:companyId/cost-centres/:costCentreId/budget',
  summary: 'Set what a cost centre may spend in a month of service dates; never below what is used',
  who,
  params: params.extend({ costCentreId: Id }),
  body: z.object({ month: Month, limitMinor: Amount }),
  answer: Setup,
  idempotent: true,
})

export const setRule = endpoint({
  method: 'post',
  path: '/api/company/companies/:companyId/rules',
  summary: 'Write a rule, or a version that takes its place from a day on; what was used counts on',
  who,
  params,
  body: z.object({
    seriesId: Id.optional(),
    name: Name,
    position: z.number().int().min(0).max(99).default(0),
    rule: Rule,
    from: ServiceDate,
    to: ServiceDate.nullable().default(null),
  }),
  answer: Setup,
  status: 201,
  idempotent: true,
})

export const endRule = endpoint({
  method: 'post',
  path: '/api/company/companies/:companyId/rules/:seriesId/end',
  summary: 'End a rule with a day, which it still pays; today at the earliest',
  who,
  params: params.extend({ seriesId: Id }),
  body: z.object({ to: ServiceDate }),
  answer: Setup,
  idempotent: true,
})

export const setAllowed = endpoint({
  method: 'put',
  path: '/api/company/companies/:companyId/allowed',
  summary: "Say at which kitchens and for which meals the company's money may be spent; null for all",
  who,
  params,
  body: z.object({
    siteIds: z.array(Id).min(1).max(50).nullable(),
    periods: z.array(MealPeriod).min(1).nullable(),
  }),
  answer: Setup,
  idempotent: true,
})

export const setPrice = endpoint({
  method: 'put',
  path: '/api/operator/companies/:companyId/prices/:dishId',
  summary: 'Agree a price with a company from a day on',
  who: ['operator'],
  params: params.extend({ dishId: Id }),
  body: z.object({ priceMinor: z.number().int().min(1).max(10_000_000), from: ServiceDate }),
  answer: Setup,
  idempotent: true,
})
