import { index, integer, primaryKey, text, unique } from 'drizzle-orm/pg-core'
import { at, ordering } from './ordering'

/** One attempt to be paid by a provider. */
export const payments = ordering.table(
  'payments',
  {
    id: text('id').primaryKey(),
    orderId: text('order_id').notNull(),
    provider: text('provider', { enum: ['local', 'stripe'] }).notNull(),
    /** The provider's own id of the intent. */
    intentId: text('intent_id').notNull(),
    amountMinor: integer('amount_minor').notNull(),
    currency: text('currency').notNull(),
    /** What comes back later is a refund's business. */
    status: text('status', { enum: ['pending', 'succeeded', 'failed'] }).notNull(),
    updatedAt: at('updated_at').notNull(),
  },
  (t) => [unique('payment_intent_once').on(t.provider, t.intentId), index('payments_order').on(t.orderId)],
)

/** Provider events already taken in: kept longer than the provider repeats them. */
export const paymentEvents = ordering.table(
  'payment_events',
  { provider: text('provider').notNull(), eventId: text('event_id').notNull(), at: at('at').notNull() },
  (t) => [primaryKey({ columns: [t.provider, t.eventId] })],
)
