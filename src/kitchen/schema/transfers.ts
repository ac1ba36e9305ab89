import { sql } from 'drizzle-orm'
import { check, index, integer, jsonb, primaryKey, text } from 'drizzle-orm/pg-core'
import type { Text } from '../../kernel/text'
import { at, kitchen } from './kitchen'

/** Cooked portions of a batch by where they are. A batch nobody has moved is where it was cooked and has no row. */
export const batchPortions = kitchen.table(
  'batch_portions',
  {
    batchId: text('batch_id').notNull(),
    siteId: text('site_id').notNull(),
    operatorId: text('operator_id').notNull(),
    portions: integer('portions').notNull(),
  },
  (t) => [primaryKey({ columns: [t.batchId, t.siteId] }), check('portions_there', sql`portions >= 0`)],
)

/** Cooked food on its way from a central kitchen to a satellite. */
export const foodTransfers = kitchen.table(
  'food_transfers',
  {
    id: text('id').primaryKey(),
    operatorId: text('operator_id').notNull(),
    fromSiteId: text('from_site_id').notNull(),
    toSiteId: text('to_site_id').notNull(),
    batchId: text('batch_id').notNull(),
    name: jsonb('name').$type<Text>().notNull(),
    mode: text('mode', { enum: ['hot', 'chilled'] }).notNull(),
    sent: integer('sent').notNull(),
    received: integer('received'),
    sentAt: at('sent_at').notNull(),
    sentBy: text('sent_by').notNull(),
    receivedAt: at('received_at'),
    receivedBy: text('received_by'),
  },
  (t) => [
    check('transfer_portions', sql`sent > 0 and received between 0 and sent`),
    index('food_transfers_to').on(t.toSiteId, t.sentAt),
    index('food_transfers_from').on(t.fromSiteId, t.sentAt),
  ],
)

/** Portions that left one kitchen and did not arrive at the other. */
export const transferDiscrepancies = kitchen.table('transfer_discrepancies', {
  transferId: text('transfer_id').primaryKey(),
  operatorId: text('operator_id').notNull(),
  portions: integer('portions').notNull(),
  reason: text('reason').notNull(),
  at: at('at').notNull(),
})
