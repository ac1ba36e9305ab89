import { z } from 'zod'
import { MealPeriod, ServiceDate } from '../../../kernel/time'
import { endpoint } from '../../endpoint'
import { Day, Id, NearInstant, Text } from '../../shapes'

/** What a kitchen decides in the middle of a service: a dish ran out, it takes less or nothing, something was left over. */

const who = ['kitchen'] as const
const siteId = z.object({ siteId: Id })

export const markSoldOut = endpoint({
  method: 'post',
  path: '/api/kitchen/sites/:siteId/services/:serviceDate/:period/sold-out',
  summary:
    'A dish ran out: who was promised first keeps the portions left, the rest get what stands in for it or their money back; nobody can order it any more',
  who,
  params: z.object({ siteId: Id, serviceDate: ServiceDate, period: MealPeriod }),
  body: z.object({ dishId: Id, portionsLeft: z.number().int().min(0).max(100_000) }),
  answer: z.object({
    kept: z.number().int(),
    substituted: z.number().int(),
    refunded: z.number().int(),
  }),
  idempotent: true,
})

const Intake = z.object({
  /** `busy`: only what is served in `leadMinutes` or later; `paused`: nothing. */
  mode: z.enum(['open', 'busy', 'paused']),
  leadMinutes: z.number().int().min(0).max(1_440),
  /** Open again from then on. */
  until: NearInstant.nullable(),
  /** Kitchen time there is for each meal, beside the portions of its dishes; null: portions alone count. */
  minutesPerMeal: z.number().int().min(1).max(100_000).nullable(),
})

export const showIntake = endpoint({
  method: 'get',
  path: '/api/kitchen/sites/:siteId/intake',
  summary: 'What a kitchen takes at this moment',
  who,
  params: siteId,
  answer: Intake,
})

export const setIntake = endpoint({
  method: 'put',
  path: '/api/kitchen/sites/:siteId/intake',
  summary: 'Opens, slows or pauses what a kitchen takes',
  who,
  params: siteId,
  body: Intake,
  answer: Intake,
  idempotent: true,
})

export const noteWaste = endpoint({
  method: 'post',
  path: '/api/kitchen/sites/:siteId/waste',
  summary: 'Portions nobody ate: left over, too old or spoilt',
  who,
  params: siteId,
  body: z.object({
    serviceDate: Day,
    period: MealPeriod,
    dishId: Id,
    portions: z.number().int().min(1).max(100_000),
    cause: z.enum(['left_over', 'too_old', 'spoilt']),
  }),
  answer: z.object({ wasteId: Id }),
  idempotent: true,
})

export const showLeftOvers = endpoint({
  method: 'get',
  path: '/api/kitchen/sites/:siteId/services/:serviceDate/:period/left-overs',
  summary: 'What was made of each dish of a meal, and what of it nobody ate',
  who,
  params: z.object({ siteId: Id, serviceDate: ServiceDate, period: MealPeriod }),
  answer: z.object({
    dishes: z.array(
      z.object({
        dishId: Id,
        name: Text,
        cooked: z.number().int(),
        leftOver: z.number().int(),
        tooOld: z.number().int(),
        spoilt: z.number().int(),
      }),
    ),
  }),
})
