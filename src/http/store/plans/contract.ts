import { z } from 'zod'
import { MealPeriod, ServiceDate } from '../../../kernel/time'
import { endpoint } from '../../endpoint'
import { Id, Instant, Text } from '../../shapes'
import { Contact, PayWith } from '../basket/contract'
import { Place } from '../contract'

/** Standing orders: meals somebody wants again and again, ordered by a worker as soon as their cut-off comes near. */

/** `days`: those of the work calendar, or weekdays, 1 = Monday … 7 = Sunday. */
export const Wish = z.object({
  days: z.union([z.literal('workdays'), z.array(z.number().int().min(1).max(7)).min(1).max(7)]),
  period: MealPeriod,
  quantity: z.number().int().min(1).max(20),
  /** The first of these that is on the menu. */
  dishIds: z.array(Id).max(20),
  /** Whether the chef may choose, within the price, where none of them is there. */
  chefsChoice: z.boolean(),
  /** What one portion may cost at most; null for no limit. */
  maxMinor: z.number().int().min(0).nullable(),
})

const PlanBody = z
  .object({
    servicePointId: Id,
    contact: Contact,
    note: z.string().trim().max(200).default(''),
    payWith: PayWith.optional(),
    usePurse: z.boolean().default(true),
    wishes: z.array(Wish).min(1).max(14),
    from: ServiceDate,
    to: ServiceDate.nullable(),
    skipHolidays: z.boolean().default(true),
  })
  .refine(({ from, to }) => to === null || from <= to, { error: 'ends before it starts', path: ['to'] })
  .refine(({ wishes }) => wishes.every(({ dishIds, chefsChoice }) => chefsChoice || dishIds.length > 0), {
    error: 'names no dish',
    path: ['wishes'],
  })

const Pause = z.object({ from: ServiceDate, to: ServiceDate.nullable() })

export const Plan = z.object({
  id: Id,
  place: Place,
  contact: Contact,
  note: z.string(),
  payWith: PayWith,
  usePurse: z.boolean(),
  wishes: z.array(Wish),
  from: ServiceDate,
  to: ServiceDate.nullable(),
  skipHolidays: z.boolean(),
  pauses: z.array(Pause),
  /** Left out today. */
  paused: z.boolean(),
  /** What became of the next days: ordered, or why not. */
  days: z.array(
    z.object({
      date: ServiceDate,
      period: MealPeriod,
      status: z.enum(['placed', 'not_placed', 'due']),
      orderId: Id.nullable(),
      /** The refusal's code with a sentence that says what to do; null where nothing stood in the way. */
      note: z.object({ code: z.string(), message: z.string() }).nullable(),
      at: Instant.nullable(),
    }),
  ),
})

const Plans = z.object({
  plans: z.array(Plan),
  /** Names of the dishes that are named in them. */
  dishes: z.array(z.object({ id: Id, name: Text })),
})

const planId = z.object({ planId: Id })

export const listPlans = endpoint({
  method: 'get',
  path: '/api/store/plans',
  summary: "The caller's own standing orders, and what became of their next days",
  who: ['guest'],
  answer: Plans,
})

export const startPlan = endpoint({
  method: 'post',
  path: '/api/store/plans',
  summary: 'Starts a standing order; its meals are ordered where others than the person pay them in full',
  who: ['guest'],
  body: PlanBody,
  answer: Plans,
  status: 201,
  idempotent: true,
})

export const changePlan = endpoint({
  method: 'put',
  path: '/api/store/plans/:planId',
  summary: 'Puts other wishes in the place of a plan’s; what is ordered already stays',
  who: ['guest'],
  params: planId,
  body: PlanBody,
  answer: Plans,
  idempotent: true,
})

export const pausePlan = endpoint({
  method: 'post',
  path: '/api/store/plans/:planId/pauses',
  summary: 'Leaves days out; without a last day until the plan is resumed',
  who: ['guest'],
  params: planId,
  body: Pause.refine(({ from, to }) => to === null || from <= to, { error: 'ends before it starts', path: ['to'] }),
  answer: Plans,
  idempotent: true,
})

export const resumePlan = endpoint({
  method: 'post',
  path: '/api/store/plans/:planId/resumption',
  summary: 'Goes on with a paused plan from a day; later pauses are gone too',
  who: ['guest'],
  params: planId,
  body: z.object({ from: ServiceDate }),
  answer: Plans,
  idempotent: true,
})

export const endPlan = endpoint({
  method: 'delete',
  path: '/api/store/plans/:planId',
  summary: 'Ends a plan for good; what is ordered already stays',
  who: ['guest'],
  params: planId,
  answer: Plans,
})
