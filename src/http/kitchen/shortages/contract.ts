import { z } from 'zod'
import { MealPeriod, ServiceDate } from '../../../kernel/time'
import { endpoint } from '../../endpoint'
import { Id, Instant, Text } from '../../shapes'

/** Ingredients that will not come as ordered, and the dishes of the kitchen they hit. */

/** Also told on the site's stream as event `shortage` whenever one changes; the newest word counts. */
export const Shortage = z.object({
  id: Id,
  ingredient: Text,
  unit: z.enum(['g', 'ml', 'piece']),
  quantity: z.number().int(),
  /** `covered`: nothing to do. `resourced`: ordered elsewhere, not approved yet. `escalated`: count on not having it. */
  state: z.enum(['covered', 'resourced', 'escalated']),
  runsOutOn: ServiceDate.nullable(),
  hits: z.array(
    z.object({
      menuDayId: Id,
      serviceDate: ServiceDate,
      period: MealPeriod,
      dishId: Id,
      dish: Text,
      portions: z.number().int(),
      cutoffAt: Instant,
    }),
  ),
  at: Instant,
})

export const listShortages = endpoint({
  method: 'get',
  path: '/api/kitchen/sites/:siteId/shortages',
  summary: 'Undelivered ingredients of the last 14 days that hit dishes still to be cooked, the most pressing first',
  who: ['kitchen'],
  params: z.object({ siteId: Id }),
  answer: z.object({ shortages: z.array(Shortage) }),
})
