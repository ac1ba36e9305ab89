import { z } from 'zod'
import { defineEvent } from '../kernel/event'
import { MealPeriod, ServiceDate } from '../kernel/time'

/** A ticket moved: `cooking` at its first bump, `ready` when every station is done, back again when recalled. */
export const TicketProgressed = defineEvent(
  'kitchen.ticket-progressed',
  z.object({
    ticketId: z.string(),
    orderId: z.string(),
    groupId: z.string(),
    operatorId: z.string(),
    /** The ticket's version: an older fact that arrives late is ignored. */
    version: z.number().int(),
    status: z.enum(['placed', 'cooking', 'ready']),
  }),
)

/** A batch came off the heat: its ingredients are used up. */
export const BatchCooked = defineEvent(
  'kitchen.batch-cooked',
  z.object({
    batchId: z.string(),
    operatorId: z.string(),
    siteId: z.string(),
    menuDayId: z.string(),
    dishId: z.string(),
    recipeVersionId: z.string(),
    portions: z.number().int().positive(),
    cookedAt: z.iso.datetime(),
  }),
)

/** The batches of a menu day were planned anew: what is not begun may be ready at another time. */
export const BatchesPlanned = defineEvent(
  'kitchen.batches-planned',
  z.object({ menuDayId: z.string(), operatorId: z.string(), siteId: z.string() }),
)

/** A kitchen said how much of its time each meal may take; null: portions alone count. */
export const KitchenTimeSet = defineEvent(
  'kitchen.time-set',
  z.object({ operatorId: z.string(), siteId: z.string(), minutesPerMeal: z.number().int().positive().nullable() }),
)

/** A kitchen has other places or cooks than before, or some of its equipment is broken: plans are made anew. */
export const KitchenChanged = defineEvent('kitchen.changed', z.object({ operatorId: z.string(), siteId: z.string() }))

/** A dish ran out, and it is decided who gets what instead: what nobody waits for is not cooked. */
export const DishRanOut = defineEvent(
  'kitchen.dish-ran-out',
  z.object({ operatorId: z.string(), siteId: z.string(), menuDayId: z.string(), dishId: z.string() }),
)

/** A dish ran out before these lines of an order: their money goes back, each once. */
export const LinesRanOut = defineEvent(
  'kitchen.lines-ran-out',
  z.object({
    orderId: z.string(),
    operatorId: z.string(),
    groupId: z.string(),
    dishId: z.string(),
    lineIds: z.array(z.string()).min(1),
  }),
)

/** Portions were thrown away or left over: the next forecast may want to know. */
export const FoodWasted = defineEvent(
  'kitchen.food-wasted',
  z.object({
    wasteId: z.string(),
    operatorId: z.string(),
    siteId: z.string(),
    serviceDate: ServiceDate,
    period: MealPeriod,
    dishId: z.string(),
    portions: z.number().int().positive(),
    cause: z.enum(['left_over', 'too_old', 'spoilt']),
    at: z.iso.datetime(),
  }),
)
