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

/** A day somebody plans for or looks back on: in this century, so that whatever is added stays a date. */
export const Day = z.iso.date().refine((day) => day >= '2000-01-01' && day < '2100-01-01')

/** The same for an instant. */
export const NearInstant = Instant.refine((at) => at >= '2000' && at < '2100')

/** What a handler gives for an operation that answers with a file. */
export const FileAnswer = z.object({
  name: z.string().regex(/^[\w.-]+$/),
  content: z.union([z.string(), z.custom<Uint8Array>((value) => value instanceof Uint8Array)]),
  /** Where the operation's own media type is not the one. */
  mediaType: z.string().optional(),
})

/** 4 MB as base64. */
const MOST_BASE64 = 5_600_000

/** A file in a request. */
export const Upload = z.object({
  name: z.string().trim().min(1).max(120),
  mediaType: z
    .string()
    .regex(/^[\w.+-]+\/[\w.+-]+$/)
    .max(100),
  base64: z.base64().min(4).max(MOST_BASE64),
})

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
