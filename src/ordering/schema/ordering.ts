import { pgSchema, timestamp } from 'drizzle-orm/pg-core'

export const ordering = pgSchema('ordering')

export const at = (name: string) => timestamp(name, { withTimezone: true })
