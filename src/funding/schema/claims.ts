import { bigint, index, integer, primaryKey, text, timestamp, unique } from 'drizzle-orm/pg-core'
import { funding } from '../schema'

/** What an operator asks of a funder for a month; written once, never changed. */
export const claims = funding.table(
  'claims',
  {
    id: text('id').primaryKey(),
    operatorId: text('operator_id').notNull(),
    schemeId: text('scheme_id').notNull(),
    funder: text('funder').notNull(),
    /** `YYYY-MM` of the service dates. */
    month: text('month').notNull(),
    lines: integer('lines').notNull(),
    amountMinor: bigint('amount_minor', { mode: 'number' }).notNull(),
    currency: text('currency').notNull(),
    issuedBy: text('issued_by').notNull(),
    issuedAt: timestamp('issued_at', { withTimezone: true }).notNull(),
  },
  (t) => [unique('claimed_once').on(t.operatorId, t.schemeId, t.funder, t.month)],
)

/** One line a grant and claim: what is due beyond what was claimed before; negative where money went back since. */
export const claimLines = funding.table(
  'claim_lines',
  {
    claimId: text('claim_id').notNull(),
    line: integer('line').notNull(),
    useId: text('use_id').notNull(),
    /** The site's name and the local time as they were when the claim was written: a file says the same for ever. */
    site: text('site').notNull(),
    time: text('time').notNull(),
    kind: text('kind', { enum: ['meal', 'reversal'] }).notNull(),
    amountMinor: integer('amount_minor').notNull(),
  },
  (t) => [
    primaryKey({ columns: [t.claimId, t.line] }),
    unique('claimed_use_once').on(t.claimId, t.useId),
    index('claim_lines_use').on(t.useId),
  ],
)
