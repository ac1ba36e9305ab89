import { sql } from 'drizzle-orm'
import { check, date, index, integer, text, unique } from 'drizzle-orm/pg-core'
import { at, procurement } from './procurement'

/** What suppliers ask to be paid. */
export const invoices = procurement.table(
  'invoices',
  {
    id: text('id').primaryKey(),
    operatorId: text('operator_id').notNull(),
    siteId: text('site_id').notNull(),
    supplierId: text('supplier_id').notNull(),
    purchaseOrderId: text('purchase_order_id').notNull(),
    /** The supplier's own number: entered once. */
    number: text('number').notNull(),
    issuedOn: date('issued_on').notNull(),
    dueOn: date('due_on').notNull(),
    totalMinor: integer('total_minor').notNull(),
    enteredBy: text('entered_by').notNull(),
    at: at('at').notNull(),
  },
  (t) => [
    unique('invoice_once').on(t.supplierId, t.number),
    index('invoices_order').on(t.purchaseOrderId),
    index('invoices_due').on(t.operatorId, t.dueOn),
  ],
)

export const invoiceLines = procurement.table(
  'invoice_lines',
  {
    id: text('id').primaryKey(),
    invoiceId: text('invoice_id').notNull(),
    /** The order's line. */
    lineId: text('line_id').notNull(),
    /** Base units, and what is asked for them. */
    quantity: integer('quantity').notNull(),
    amountMinor: integer('amount_minor').notNull(),
    /** By earlier invoices, at the moment of matching; and what had been received then. */
    invoicedBefore: integer('invoiced_before').notNull(),
    received: integer('received').notNull(),
    /** Agreed at once; what discrepancies add later stands with them. */
    payableMinor: integer('payable_minor').notNull(),
    match: text('match', { enum: ['agreed', 'within_tolerance', 'differs'] }).notNull(),
  },
  (t) => [
    unique('invoice_line_once').on(t.invoiceId, t.lineId),
    index('invoice_lines_line').on(t.lineId),
    check('invoice_line_positive', sql`quantity > 0 and amount_minor >= 0`),
  ],
)

export const DISCREPANCY_KINDS = ['price', 'quantity', 'not_received', 'not_ordered', 'transfer'] as const
export const DISCREPANCY_STATUSES = ['open', 'accepted', 'credited', 'written_off'] as const

/** What does not agree and somebody must decide. */
export const discrepancies = procurement.table(
  'discrepancies',
  {
    id: text('id').primaryKey(),
    operatorId: text('operator_id').notNull(),
    siteId: text('site_id').notNull(),
    supplierId: text('supplier_id'),
    kind: text('kind', { enum: DISCREPANCY_KINDS }).notNull(),
    /** The invoice's line or the transfer's. */
    ref: text('ref').notNull(),
    invoiceId: text('invoice_id'),
    transferId: text('transfer_id'),
    ingredientId: text('ingredient_id').notNull(),
    expected: integer('expected').notNull(),
    found: integer('found').notNull(),
    amountMinor: integer('amount_minor').notNull(),
    status: text('status', { enum: DISCREPANCY_STATUSES }).notNull(),
    note: text('note').notNull().default(''),
    at: at('at').notNull(),
    resolvedBy: text('resolved_by'),
    resolvedAt: at('resolved_at'),
  },
  (t) => [
    unique('discrepancy_once').on(t.ref, t.kind),
    index('discrepancies_open').on(t.operatorId, t.status),
    index('discrepancies_invoice').on(t.invoiceId),
  ],
)

/** What suppliers owe: for goods sent back, or for what was invoiced too much and paid, or asked for. */
export const credits = procurement.table(
  'credits',
  {
    id: text('id').primaryKey(),
    operatorId: text('operator_id').notNull(),
    supplierId: text('supplier_id').notNull(),
    cause: text('cause', { enum: ['return', 'discrepancy'] }).notNull(),
    /** The return's lot and move, or the discrepancy: one credit each. */
    ref: text('ref').notNull(),
    amountMinor: integer('amount_minor').notNull(),
    reason: text('reason').notNull(),
    at: at('at').notNull(),
    /** Of the supplier's credit note. */
    number: text('number'),
    receivedAt: at('received_at'),
  },
  (t) => [unique('credit_once').on(t.cause, t.ref), index('credits_supplier').on(t.supplierId)],
)
