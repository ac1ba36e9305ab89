import { bigint, integer, primaryKey, text } from 'drizzle-orm/pg-core'
import { at, delivery } from './delivery'

/** Ways a road service measured, by who measured and by `spotKey` of both ends; there is not back. */
export const roadLegs = delivery.table(
  'road_legs',
  {
    source: text('source').notNull(),
    from: bigint('from_spot', { mode: 'number' }).notNull(),
    to: bigint('to_spot', { mode: 'number' }).notNull(),
    metres: integer('metres').notNull(),
    seconds: integer('seconds').notNull(),
    measuredAt: at('measured_at').notNull(),
  },
  (t) => [primaryKey({ columns: [t.source, t.from, t.to] })],
)
