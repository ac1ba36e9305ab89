import {
  bigint,
  customType,
  date,
  index,
  integer,
  jsonb,
  primaryKey,
  text,
  timestamp,
  unique,
} from 'drizzle-orm/pg-core'
import type { Text } from '../../kernel/text'
import { MEAL_PERIODS } from '../../kernel/time'
import { funding } from '../schema'

const at = (name: string) => timestamp(name, { withTimezone: true })
const bytes = customType<{ data: Buffer }>({ dataType: () => 'bytea' })

/** What a legal entity owes for a month of service dates. Written once; what changes later is a credit on the next one. */
export const statements = funding.table(
  'statements',
  {
    id: text('id').primaryKey(),
    /** Said on the phone and printed: `2026-11-RUILUAN-1`. */
    number: text('number').notNull(),
    operatorId: text('operator_id').notNull(),
    companyId: text('company_id').notNull(),
    legalEntityId: text('legal_entity_id').notNull(),
    legalEntity: jsonb('legal_entity').$type<Text>().notNull(),
    taxNumber: text('tax_number').notNull(),
    month: text('month').notNull(),
    currency: text('currency').notNull(),
    totalMinor: bigint('total_minor', { mode: 'number' }).notNull(),
    dueOn: date('due_on').notNull(),
    issuedBy: text('issued_by').notNull(),
    issuedAt: at('issued_at').notNull(),
  },
  (t) => [unique('stated_once').on(t.legalEntityId, t.month), index('statements_company').on(t.companyId, t.month)],
)

/** One share of one order, or its return; each stands on one statement only. */
export const statementLines = funding.table(
  'statement_lines',
  {
    statementId: text('statement_id').notNull(),
    line: integer('line').notNull(),
    /** A meal of the month, what came back of it in time, or a credit for a meal stated before. */
    kind: text('kind', { enum: ['meal', 'return', 'credit'] }).notNull(),
    orderId: text('order_id').notNull(),
    seq: integer('seq').notNull(),
    /** Empty for a meal. */
    refundId: text('refund_id').notNull(),
    costCentre: text('cost_centre').notNull(),
    serviceDate: date('service_date').notNull(),
    period: text('period', { enum: MEAL_PERIODS }).notNull(),
    /** The statement a credit corrects. */
    correctsNumber: text('corrects_number'),
    /** Negative for returns and credits. */
    amountMinor: integer('amount_minor').notNull(),
  },
  (t) => [
    primaryKey({ columns: [t.statementId, t.line] }),
    unique('stated_share_once').on(t.orderId, t.seq, t.refundId),
  ],
)

/** A statement as it was handed out first: every later copy is these bytes. */
export const statementFiles = funding.table(
  'statement_files',
  {
    statementId: text('statement_id').notNull(),
    format: text('format', { enum: ['pdf', 'xlsx'] }).notNull(),
    content: bytes('content').notNull(),
  },
  (t) => [primaryKey({ columns: [t.statementId, t.format] })],
)

/** Money a company sent for a statement. */
export const statementPayments = funding.table(
  'statement_payments',
  {
    /** The bank's reference: said twice it is one payment. */
    reference: text('reference').notNull(),
    statementId: text('statement_id').notNull(),
    amountMinor: integer('amount_minor').notNull(),
    notedBy: text('noted_by').notNull(),
    at: at('at').notNull(),
  },
  (t) => [primaryKey({ columns: [t.statementId, t.reference] })],
)
