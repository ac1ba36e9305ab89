import { z } from 'zod'
import { Text } from '../kernel/text'

/** Shapes that several audiences share. */
export { Text }

export const Id = z
  .string()
  .min(1)
  .max(100)
  .regex(/^[\w-]+$/)

export const Instant = z.iso.datetime({ offset: true })

/** How every refusal and fault is answered. */
export const ErrorAnswer = z.object({
  error: z.object({
    code: z.string(),
    message: z.string(),
    requestId: z.string(),
    params: z.record(z.string(), z.union([z.string(), z.number()])),
    fields: z.array(z.object({ path: z.string(), code: z.string() })).optional(),
  }),
})
