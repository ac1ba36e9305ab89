import { z } from 'zod'
import { Fapiao } from '../../company/invoices/contract'
import { endpoint } from '../../endpoint'
import { Id } from '../../shapes'

/** Fapiao for what somebody paid of an order themselves. Amounts in minor units. */

const params = z.object({ orderId: Id })

export const listFapiao = endpoint({
  method: 'get',
  path: '/api/store/orders/:orderId/fapiao',
  summary: "The fapiao of the caller's own part of an order, and what one could be asked for now",
  who: ['guest'],
  params,
  answer: z.object({ fapiao: z.array(Fapiao), ownMinor: z.number().int() }),
})

export const requestFapiao = endpoint({
  method: 'post',
  path: '/api/store/orders/:orderId/fapiao',
  summary: "Ask for a fapiao over the caller's own part of an order, once; refunds later are taken back by red ones",
  who: ['guest'],
  params,
  body: z.object({
    /** Whom it is made out to. */
    title: z.string().trim().min(1).max(100),
    taxNumber: z
      .string()
      .trim()
      .toUpperCase()
      .regex(/^[0-9A-Z]{15,20}$/)
      .nullable()
      .default(null),
  }),
  answer: Fapiao,
  status: 201,
  idempotent: true,
})
