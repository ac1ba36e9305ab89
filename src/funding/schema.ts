import { bigint, index, integer, pgSchema, primaryKey, text, timestamp, unique } from 'drizzle-orm/pg-core'

export const funding = pgSchema('funding')

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
    /**
     * `cash:<provider>`, `revenue:meals`, `revenue:delivery`, `revenue:discounts`, `tax:output`, `payable:refunds`,
     * `receivable:company:<id>`, `receivable:funder:<scheme>:<funder>`, `liability:purse:<kind>:<id>`, `operator_goodwill`.
     */
    account: text('account').notNull(),
    /** Debit positive, credit negative; minor units. */
    amountMinor: bigint('amount_minor', { mode: 'number' }).notNull(),
    currency: text('currency').notNull(),
  },
  (t) => [primaryKey({ columns: [t.transactionId, t.line] }), index('ledger_account').on(t.account)],
)
