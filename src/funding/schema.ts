import { bigint, index, integer, jsonb, pgSchema, primaryKey, text, timestamp, unique } from 'drizzle-orm/pg-core'
import type { Text } from '../kernel/text'

export const funding = pgSchema('funding')

/** Organisations that pay for their people's meals. */
export const companies = funding.table(
  'companies',
  {
    id: text('id').primaryKey(),
    operatorId: text('operator_id').notNull(),
    name: jsonb('name').$type<Text>().notNull(),
    buildingId: text('building_id').notNull(),
  },
  (t) => [index('companies_operator').on(t.operatorId)],
)

export const employees = funding.table(
  'employees',
  {
    companyId: text('company_id').notNull(),
    personId: text('person_id').notNull(),
    department: text('department').notNull(),
    leftAt: timestamp('left_at', { withTimezone: true }),
  },
  (t) => [primaryKey({ columns: [t.companyId, t.personId] }), index('employees_person').on(t.personId)],
)

/** One balanced booking; a deferred trigger refuses what does not sum to zero, and nobody may change it. */
export const ledgerTransactions = funding.table(
  'ledger_transactions',
  {
    id: text('id').primaryKey(),
    operatorId: text('operator_id').notNull(),
    /** What it books, once: `payment:ord_…`, `refund:ord_…`. */
    ref: text('ref').notNull(),
    at: timestamp('at', { withTimezone: true }).notNull(),
  },
  (t) => [unique('booked_once').on(t.ref), index('ledger_operator').on(t.operatorId, t.at)],
)

export const ledgerEntries = funding.table(
  'ledger_entries',
  {
    transactionId: text('transaction_id').notNull(),
    line: integer('line').notNull(),
    /** `cash:local`, `cash:stripe`, `revenue:meals`, `revenue:delivery`, `tax:output`. */
    account: text('account').notNull(),
    /** Debit positive, credit negative; minor units. */
    amountMinor: bigint('amount_minor', { mode: 'number' }).notNull(),
    currency: text('currency').notNull(),
  },
  (t) => [primaryKey({ columns: [t.transactionId, t.line] }), index('ledger_account').on(t.account)],
)
