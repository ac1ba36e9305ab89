import { z } from 'zod'
import { MealPeriod, ServiceDate } from '../../../kernel/time'
import { endpoint } from '../../endpoint'
import { Id, Instant, Text } from '../../shapes'
import { Unit } from '../shapes'

/** Goods that were ordered and will not come, and what that does to the menus. */

const who = ['procurement', 'operator'] as const

/** One dish of one menu day that needs what is missing. */
export const Hit = z.object({
  menuDayId: Id,
  serviceDate: ServiceDate,
  period: MealPeriod,
  dishId: Id,
  dish: Text,
  /** Ordered so far. */
  portions: z.number().int(),
  cutoffAt: Instant,
})

const Gap = z.object({
  id: Id,
  siteId: Id,
  site: Text,
  orderId: Id,
  orderNumber: z.string(),
  supplier: Text,
  ingredientId: Id,
  ingredient: Text,
  unit: Unit,
  /** Base units that will not come. */
  quantity: z.number().int(),
  /** The supplier said so, it was sent back, or it was left out of the delivery. */
  cause: z.enum(['short', 'rejected', 'missing', 'cancelled']),
  /**
   * `open`: not looked at yet. `covered`: stock and other orders suffice. `resourced`: a proposal in time covers it and
   * waits for approval. `escalated`: nothing comes in time, or nobody approved before the first cut-off drew near.
   */
  state: z.enum(['open', 'covered', 'resourced', 'escalated']),
  /** The day on which the site runs out of it without further orders. */
  runsOutOn: ServiceDate.nullable(),
  /** The proposal that covers it. */
  coveredBy: z.object({ orderId: Id, number: z.string() }).nullable(),
  /** By when it must be decided: the first cut-off of the menus hit. */
  decideBy: Instant.nullable(),
  hits: z.array(Hit),
  at: Instant,
})

export const listGaps = endpoint({
  method: 'get',
  path: '/api/procurement/gaps',
  summary: 'Undelivered goods of the last 14 days with the menus they hit, the most pressing first',
  who,
  query: z.object({ siteId: Id.optional(), state: z.enum(['open', 'covered', 'resourced', 'escalated']).optional() }),
  answer: z.object({ gaps: z.array(Gap) }),
})
