import type { z } from 'zod'

/** A fact one context announces and others may act on. The payload holds ids and small facts, never personal data. */
export interface EventType<P> {
  readonly name: string
  readonly payload: z.ZodType<P>
}

/** Names an event `context.fact` and fixes the shape that is checked at both ends of the queue. */
export const defineEvent = <P>(name: string, payload: z.ZodType<P>): EventType<P> => ({ name, payload })
