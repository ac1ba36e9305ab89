import { z } from 'zod'
import { endpoint } from '../../endpoint'
import { Id, Instant } from '../../shapes'

/** Bills and fapiao of a company's statements. Amounts in minor units. */

export const Fapiao = z.object({
  id: Id,
  kind: z.enum(['blue', 'red']),
  status: z.enum(['requested', 'issued', 'refused']),
  title: z.string(),
  taxNumber: z.string().nullable(),
  amountMinor: z.number().int(),
  /** Inside the amount. */
  taxMinor: z.number().int(),
  /** Twenty digits; null until it is issued. */
  number: z.string().nullable(),
  requestedAt: Instant,
})

const params = z.object({ statementId: Id })

export const showPapers = endpoint({
  method: 'get',
  path: '/api/company/statements/:statementId/papers',
  summary: 'The bill of a statement and its fapiao',
  who: ['company_admin', 'operator'],
  params,
  answer: z.object({
    invoice: z
      .object({
        provider: z.enum(['local', 'stripe']),
        /** Where it can be paid. */
        url: z.string().nullable(),
        amountMinor: z.number().int(),
        sentAt: Instant,
        paidAt: Instant.nullable(),
      })
      .nullable(),
    fapiao: z.array(Fapiao),
  }),
})

export const requestFapiao = endpoint({
  method: 'post',
  path: '/api/company/statements/:statementId/fapiao',
  summary:
    'Ask for the fapiao of a statement, once: what the company owes, nobody else’s share; a credit takes one back',
  who: ['company_admin', 'operator'],
  params,
  answer: Fapiao,
  status: 201,
  idempotent: true,
})
