import { primaryKey, text, timestamp } from 'drizzle-orm/pg-core'
import { funding } from '../schema'

export const SIGNAL_OUTCOMES = ['harmless', 'watching', 'misuse'] as const

/** Who looked at something odd and what came of it; a signal itself is not kept, it follows from the grants. */
export const signalReviews = funding.table(
  'signal_reviews',
  {
    operatorId: text('operator_id').notNull(),
    /** Names the signal, see subsidies/list-signals.ts. */
    signal: text('signal').notNull(),
    outcome: text('outcome', { enum: SIGNAL_OUTCOMES }).notNull(),
    note: text('note').notNull(),
    by: text('by').notNull(),
    at: timestamp('at', { withTimezone: true }).notNull(),
  },
  (t) => [primaryKey({ columns: [t.operatorId, t.signal] })],
)
