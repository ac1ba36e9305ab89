import { sql } from 'drizzle-orm'
import { check, integer, jsonb, text, unique } from 'drizzle-orm/pg-core'
import type { Text } from '../../kernel/text'
import { kitchen } from './kitchen'

export const stations = kitchen.table(
  'stations',
  {
    id: text('id').primaryKey(),
    operatorId: text('operator_id').notNull(),
    siteId: text('site_id').notNull(),
    /** `wok`, `steam`, `cold`, `noodle`, `pack` … as recipes name it. */
    code: text('code').notNull(),
    name: jsonb('name').$type<Text>().notNull(),
    position: integer('position').notNull(),
    /** How many batches cook at once: woks, ovens, steamers. */
    places: integer('places').notNull().default(2),
    /** Minutes before a ticket is due at which its clock turns yellow, and red. */
    soonMinutes: integer('soon_minutes').notNull().default(5),
    lateMinutes: integer('late_minutes').notNull().default(0),
  },
  (t) => [
    check('station_places', sql`places > 0`),
    check('station_clock', sql`late_minutes >= 0 and soon_minutes >= late_minutes`),
    unique('station_once').on(t.siteId, t.code),
  ],
)
