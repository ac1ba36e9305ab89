import { z } from 'zod'
import { myPurses } from '../../company/purses/contract'
import { endpoint } from '../../endpoint'
import { Id, Instant } from '../../shapes'
import { Payment } from '../orders/contract'

/** Somebody's own meal card: what is on it, what moved, and filling it through the payment provider. Minor units. */

export const showPurse = endpoint({
  method: 'get',
  path: '/api/store/purse',
  summary: "The caller's meal cards with their last movements; what a company gave is kept apart from their own money",
  who: ['guest'],
  answer: myPurses.answer.extend({
    /** Newest first; money in is positive. */
    movements: z.array(
      z.object({
        id: Id,
        purseId: Id,
        kind: z.enum(['top_up', 'paid', 'returned']),
        at: Instant,
        amountMinor: z.number().int(),
      }),
    ),
    /** Paid for, but the card had no room any more: on its way back. */
    owedBack: z.array(z.object({ id: Id, amountMinor: z.number().int(), currency: z.string() })),
  }),
})

export const startTopUp = endpoint({
  method: 'post',
  path: '/api/store/purse/top-ups',
  summary: "Start paying money onto one's own card; it is on the card when the payment provider says so",
  who: ['guest'],
  body: z.object({
    amountMinor: z.number().int().min(100).max(10_000_000),
    /** Where the caller orders, to know whose card it is, as long as they have none. */
    servicePointId: Id.optional(),
  }),
  answer: Payment,
  status: 201,
  idempotent: true,
})
