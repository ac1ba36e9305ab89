import { pgSchema, timestamp } from 'drizzle-orm/pg-core'

export const procurement = pgSchema('procurement')

/** An instant. */
export const at = (name: string) => timestamp(name, { withTimezone: true })
