import { jsonb, pgSchema } from 'drizzle-orm/pg-core'
import type { Text } from '../../kernel/text'

/** The catalogue's own schema in Postgres. */
export const catalogue = pgSchema('catalogue')

export const name = () => jsonb('name').$type<Text>().notNull()
