import { sql } from 'drizzle-orm'
import { check, date, index, integer, jsonb, primaryKey, text, timestamp } from 'drizzle-orm/pg-core'
import type { Text } from '../../kernel/text'
import { funding } from '../schema'

/** What an operator owes whoever runs one of its kitchens (a partner, a firm it has taken over) for a meal handed over. */
export const settlementRules = funding.table(
  'settlement_rules',
  {
    siteId: text('site_id').notNull(),
    from: date('from').notNull(),
    operatorId: text('operator_id').notNull(),
    partyId: text('party_id').notNull(),
    partyName: jsonb('party_name').$type<Text>().notNull(),
    /** Of the food without its tax. */
    shareBps: integer('share_bps').notNull(),
    /** For each portion besides. */
    perPortionMinor: integer('per_portion_minor').notNull().default(0),
  },
  (t) => [
    primaryKey({ columns: [t.siteId, t.from] }),
    check('settlement_share', sql`share_bps between 0 and 10000 and per_portion_minor >= 0`),
  ],
)

/** What one group handed over came to: one line of its party's statement, and one booking. */
export const settlementLines = funding.table(
  'settlement_lines',
  {
    groupId: text('group_id').primaryKey(),
    operatorId: text('operator_id').notNull(),
    partyId: text('party_id').notNull(),
    siteId: text('site_id').notNull(),
    serviceDate: date('service_date').notNull(),
    portions: integer('portions').notNull(),
    /** Food without tax. */
    netMinor: integer('net_minor').notNull(),
    amountMinor: integer('amount_minor').notNull(),
    currency: text('currency').notNull(),
    at: timestamp('at', { withTimezone: true }).notNull(),
  },
  (t) => [index('settlement_lines_party').on(t.operatorId, t.partyId, t.serviceDate)],
)

/** Money sent to a party, once a bank reference. */
export const settlementPayments = funding.table(
  'settlement_payments',
  {
    operatorId: text('operator_id').notNull(),
    partyId: text('party_id').notNull(),
    reference: text('reference').notNull(),
    amountMinor: integer('amount_minor').notNull(),
    notedBy: text('noted_by').notNull(),
    at: timestamp('at', { withTimezone: true }).notNull(),
  },
  (t) => [primaryKey({ columns: [t.operatorId, t.partyId, t.reference] })],
)
