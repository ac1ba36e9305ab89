import { sql } from 'drizzle-orm'
import { check, date, index, integer, jsonb, text, timestamp, unique } from 'drizzle-orm/pg-core'
import { funding } from '../schema'

const at = (name: string) => timestamp(name, { withTimezone: true })

/** A statement as a bill at whoever sends our bills. */
export const invoices = funding.table(
  'invoices',
  {
    statementId: text('statement_id').primaryKey(),
    operatorId: text('operator_id').notNull(),
    legalEntityId: text('legal_entity_id').notNull(),
    provider: text('provider', { enum: ['local', 'stripe'] }).notNull(),
    /** The provider's ids of bill and customer. */
    ref: text('ref').notNull(),
    customerRef: text('customer_ref'),
    url: text('url'),
    amountMinor: integer('amount_minor').notNull(),
    sentAt: at('sent_at').notNull(),
    paidAt: at('paid_at'),
  },
  (t) => [unique('invoice_ref').on(t.provider, t.ref), index('invoices_entity').on(t.legalEntityId, t.sentAt)],
)

/** An e-invoice (数电票) of one payer: a company's statement, or a person's own part of an order. Red ones take back. */
export const fapiao = funding.table(
  'fapiao',
  {
    id: text('id').primaryKey(),
    operatorId: text('operator_id').notNull(),
    kind: text('kind', { enum: ['blue', 'red'] }).notNull(),
    payer: text('payer', { enum: ['company', 'person'] }).notNull(),
    payerId: text('payer_id').notNull(),
    /** The statement or the order. */
    subject: text('subject').notNull(),
    /** Empty for a blue one; the refund or the correcting statement for a red one. */
    cause: text('cause').notNull().default(''),
    /** The blue one that a red one takes back. */
    reverses: text('reverses'),
    title: text('title').notNull(),
    taxNumber: text('tax_number'),
    date: date('date').notNull(),
    amountMinor: integer('amount_minor').notNull(),
    taxMinor: integer('tax_minor').notNull(),
    /** Refunds that the amount knows of already. */
    netOf: jsonb('net_of').$type<string[]>().notNull(),
    status: text('status', { enum: ['requested', 'issued', 'refused'] }).notNull(),
    number: text('number'),
    requestedAt: at('requested_at').notNull(),
    issuedAt: at('issued_at'),
  },
  (t) => [
    unique('one_fapiao').on(t.subject, t.payer, t.payerId, t.cause),
    unique('fapiao_number').on(t.number),
    check('fapiao_amount', sql`amount_minor > 0 and tax_minor >= 0 and tax_minor < amount_minor`),
  ],
)
