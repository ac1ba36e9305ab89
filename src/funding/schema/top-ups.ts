import { index, integer, text, timestamp, unique } from 'drizzle-orm/pg-core'
import { funding } from '../schema'

export const TOP_UP_STATUSES = ['pending', 'succeeded', 'failed', 'owed_back', 'returned'] as const

/**
 * Money a person puts on their own meal card through the payment provider. Credited once, when the provider says it is paid;
 * what the card has no room for any more is owed back, and returned.
 */
export const topUps = funding.table(
  'top_ups',
  {
    id: text('id').primaryKey(),
    operatorId: text('operator_id').notNull(),
    purseId: text('purse_id').notNull(),
    personId: text('person_id').notNull(),
    amountMinor: integer('amount_minor').notNull(),
    currency: text('currency').notNull(),
    provider: text('provider', { enum: ['local', 'stripe'] }).notNull(),
    intentId: text('intent_id').notNull(),
    status: text('status', { enum: TOP_UP_STATUSES }).notNull(),
    /** Which time the provider is asked to return it. */
    attempt: integer('attempt').notNull().default(1),
    updatedAt: timestamp('updated_at', { withTimezone: true }).notNull(),
  },
  (t) => [unique('top_up_intent').on(t.provider, t.intentId), index('top_ups_purse').on(t.purseId)],
)
