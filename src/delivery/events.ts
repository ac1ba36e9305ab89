import { z } from 'zod'
import { defineEvent } from '../kernel/event'

/** A wave of a menu day waits to be planned (again): a job of its own. A round that is done already changes nothing. */
export const WaveToPlan = defineEvent(
  'delivery.wave-to-plan',
  z.object({
    menuDayId: z.string(),
    operatorId: z.string(),
    wave: z.number().int().positive(),
    round: z.number().int().positive(),
  }),
)

/** All waves of a menu day are planned: its stops stand in runs. */
export const RunsPlanned = defineEvent(
  'delivery.runs-planned',
  z.object({ menuDayId: z.string(), operatorId: z.string(), siteId: z.string(), runIds: z.array(z.string()) }),
)

/** The courier left with these groups on board. */
export const RunDeparted = defineEvent(
  'delivery.run-departed',
  z.object({ runId: z.string(), operatorId: z.string(), groupIds: z.array(z.string()) }),
)

/** A box was damaged or got lost on the way: it has to be made once more. */
export const RemakeWanted = defineEvent(
  'delivery.remake-wanted',
  z.object({ dropId: z.string(), groupId: z.string(), orderId: z.string(), operatorId: z.string() }),
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
