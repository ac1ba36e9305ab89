import { pgSchema, timestamp } from 'drizzle-orm/pg-core'

export const delivery = pgSchema('delivery')

/** An instant. */
export const at = (name: string) => timestamp(name, { withTimezone: true })
