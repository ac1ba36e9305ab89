import { z } from 'zod'
import { defineEvent } from '../kernel/event'

/** A menu day's stops stand in runs. */
export const RunsPlanned = defineEvent(
  'delivery.runs-planned',
  z.object({ menuDayId: z.string(), operatorId: z.string(), siteId: z.string(), runIds: z.array(z.string()) }),
)

/** The courier left with these groups on board. */
export const RunDeparted = defineEvent(
  'delivery.run-departed',
  z.object({ runId: z.string(), operatorId: z.string(), groupIds: z.array(z.string()) }),
)

/** A hand-over came to its end. */
export const DropClosed = defineEvent(
  'delivery.drop-closed',
  z.object({
    dropId: z.string(),
    groupId: z.string(),
    orderId: z.string(),
    operatorId: z.string(),
    outcome: z.enum(['delivered', 'failed']),
  }),
)
