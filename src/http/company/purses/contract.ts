import { z } from 'zod'
import { endpoint } from '../../endpoint'
import { Id } from '../../shapes'

/** Meal cards: stored value within one operator. */

export const topUpPurse = endpoint({
  method: 'post',
  path: '/api/operator/purses/:purseId/top-ups',
  summary: 'Put money on a meal card, once a receipt; over its cap or after its last day it is refused',
  who: ['operator'],
  params: z.object({ purseId: Id }),
  body: z.object({
    amountMinor: z.number().int().min(1).max(500_000),
    from: z.enum(['cash', 'bank']),
    reference: z.string().trim().min(1).max(80),
    zone: z.literal('Asia/Shanghai').default('Asia/Shanghai'),
  }),
  answer: z.object({ balanceMinor: z.number().int() }),
  status: 201,
  idempotent: true,
})

export const myPurses = endpoint({
  method: 'get',
  path: '/api/store/purses',
  summary: "The caller's own meal cards; what a company gave is kept apart from their own money",
  who: ['guest'],
  answer: z.object({
    purses: z.array(
      z.object({
        id: Id,
        kind: z.enum(['company_funded', 'personal']),
        balanceMinor: z.number().int(),
        /** Promised to orders that are not paid yet. */
        heldMinor: z.number().int(),
        capMinor: z.number().int(),
        currency: z.string(),
        expiresOn: z.iso.date().nullable(),
      }),
    ),
  }),
})
