import { z } from 'zod'
import { defineEvent } from '../kernel/event'

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
