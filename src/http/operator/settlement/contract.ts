import { z } from 'zod'
import { Month } from '../../company/spend/contract'
import { endpoint } from '../../endpoint'
import { Id, Instant, Text } from '../../shapes'

/** What an operator owes those who run its kitchens. Amounts in minor units. */

const PartyMonth = z.object({
  operatorId: Id,
  partyId: Id,
  name: Text,
  currency: z.string(),
  groups: z.number().int(),
  portions: z.number().int(),
  /** Food without tax. */
  netMinor: z.number().int(),
  amountMinor: z.number().int(),
  /** Of every month, less what was paid. */
  openMinor: z.number().int(),
  /** In all. */
  paidMinor: z.number().int(),
  /** The newest, of whatever month. */
  payments: z.array(z.object({ reference: z.string(), amountMinor: z.number().int(), at: Instant })),
  /** The rules in force, with what each brought in the month. */
  rules: z.array(
    z.object({
      siteId: Id,
      site: Text,
      from: z.iso.date(),
      /** Of the food without tax. */
      shareBps: z.number().int(),
      perPortionMinor: z.number().int(),
      portions: z.number().int(),
      amountMinor: z.number().int(),
    }),
  ),
  days: z.array(z.object({ date: z.iso.date(), portions: z.number().int(), amountMinor: z.number().int() })),
})

export const showSettlement = endpoint({
  method: 'get',
  path: '/api/operator/settlement',
  summary: 'The statement of each party that runs a kitchen, for a month of service dates',
  who: ['operator'],
  query: z.object({ month: Month }),
  answer: z.object({ parties: z.array(PartyMonth) }),
})

export const payParty = endpoint({
  method: 'post',
  path: '/api/operator/settlement/:operatorId/:partyId/payments',
  summary: 'Note money sent to a party, once a bank reference',
  who: ['operator'],
  params: z.object({ operatorId: Id, partyId: Id }),
  body: z.object({
    amountMinor: z.number().int().min(1).max(1_000_000_000),
    reference: z.string().trim().min(1).max(80),
    month: Month,
  }),
  answer: z.object({ parties: z.array(PartyMonth) }),
  status: 201,
  idempotent: true,
})
