import { pgSchema, timestamp } from 'drizzle-orm/pg-core'

/** The kitchens' own schema in Postgres. */
export const kitchen = pgSchema('kitchen')

/** An instant. */
export const at = (name: string) => timestamp(name, { withTimezone: true })
