import { z } from 'zod'
import { endpoint } from '../../endpoint'
import { Id, Text } from '../../shapes'

export const Month = z.string().regex(/^20\d\d-(0[1-9]|1[0-2])$/)

/** What a company pays by rule, where its budgets stand and what was spent; amounts in minor units, nobody's name. */
export const showSpend = endpoint({
  method: 'get',
  path: '/api/company/companies/:companyId/spend',
  summary: 'Rules, budgets and spending of a month of service dates, by cost centre and day',
  who: ['company_admin', 'operator'],
  params: z.object({ companyId: Id }),
  query: z.object({ month: Month.optional() }),
  answer: z.object({
    company: Text,
    month: Month,
    currency: z.string(),
    people: z.number().int(),
    totalMinor: z.number().int(),
    creditStopped: z.boolean(),
    rules: z.array(
      z.object({
        id: Id,
        name: Text,
        amountMinor: z.number().int(),
        per: z.enum(['meal', 'day', 'month']),
        periods: z.array(z.string()),
        days: z.union([z.enum(['every_day', 'workdays']), z.array(z.number().int())]),
      }),
    ),
    budgets: z.array(
      z.object({
        id: Id,
        costCentre: z.string(),
        name: Text,
        limitMinor: z.number().int(),
        usedMinor: z.number().int(),
      }),
    ),
    spend: z.array(
      z.object({
        costCentre: z.string(),
        serviceDate: z.iso.date(),
        meals: z.number().int(),
        amountMinor: z.number().int(),
      }),
    ),
  }),
})
