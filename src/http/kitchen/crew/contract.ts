import { z } from 'zod'
import { ServiceDate } from '../../../kernel/time'
import { endpoint } from '../../endpoint'
import { Day, Id, Instant, Text } from '../../shapes'

/** Who is at work, and what a kitchen makes with how much of it. */

const Shift = z.object({ inAt: Instant, outAt: Instant.nullable() })

const Output = z.object({
  meals: z.number().int(),
  /** Of labour, all people together. */
  minutes: z.number().int(),
  mealsPerHour: z.number().nullable(),
})

const siteId = z.object({ siteId: Id })

export const showShift = endpoint({
  method: 'get',
  path: '/api/kitchen/sites/:siteId/shift',
  summary: 'The caller’s last shift at a kitchen; open while `outAt` is null',
  who: ['kitchen'],
  params: siteId,
  answer: z.object({ shift: Shift.nullable() }),
})

export const clockIn = endpoint({
  method: 'post',
  path: '/api/kitchen/sites/:siteId/clock-in',
  summary: 'The caller begins to work',
  who: ['kitchen'],
  params: siteId,
  answer: Shift,
  idempotent: true,
})

export const clockOut = endpoint({
  method: 'post',
  path: '/api/kitchen/sites/:siteId/clock-out',
  summary: 'The caller ends work',
  who: ['kitchen'],
  params: siteId,
  answer: Shift,
  idempotent: true,
})

export const showOutput = endpoint({
  method: 'get',
  path: '/api/kitchen/output',
  summary: 'Meals a labour hour by kitchen and day, next to the same weekday of last year; 14 days up to `to`',
  who: ['kitchen', 'operator'],
  query: z.object({ to: Day.optional() }),
  answer: z.object({
    days: z.array(Output.extend({ siteId: Id, site: Text, date: ServiceDate, lastYear: Output.nullable() })),
  }),
})
