import { sql } from 'drizzle-orm'
import { boolean, check, index, integer, text, unique, uniqueIndex } from 'drizzle-orm/pg-core'
import { at, procurement } from './procurement'

/** A blind count of one site's lots. */
export const counts = procurement.table(
  'counts',
  {
    id: text('id').primaryKey(),
    operatorId: text('operator_id').notNull(),
    siteId: text('site_id').notNull(),
    /** Null for all kinds. */
    storage: text('storage', { enum: ['ambient', 'chilled', 'frozen'] }),
    status: text('status', { enum: ['counting', 'recount', 'posted', 'cancelled'] }).notNull(),
    openedBy: text('opened_by').notNull(),
    openedAt: at('opened_at').notNull(),
    postedAt: at('posted_at'),
  },
  (t) => [
    index('counts_site').on(t.operatorId, t.siteId, t.openedAt),
    uniqueIndex('one_open_count').on(t.siteId).where(sql`status in ('counting', 'recount')`),
  ],
)

export const countLines = procurement.table(
  'count_lines',
  {
    id: text('id').primaryKey(),
    countId: text('count_id').notNull(),
    lotId: text('lot_id').notNull(),
    counted: integer('counted'),
    /** What the books said at the moment of counting: batches cook on while people count. */
    expected: integer('expected'),
    /** To be counted again; a second count stands whatever it says. */
    again: boolean('again').notNull().default(false),
    /** What was posted; may be less than the difference where the lot was used up meanwhile. */
    variance: integer('variance'),
  },
  (t) => [
    unique('count_line_once').on(t.countId, t.lotId),
    check('counted_not_negative', sql`counted is null or counted >= 0`),
  ],
)
