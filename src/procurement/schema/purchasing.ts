import { sql } from 'drizzle-orm'
import { check, date, index, integer, jsonb, primaryKey, text, unique, uniqueIndex } from 'drizzle-orm/pg-core'
import type { Text } from '../../kernel/text'
import { at, procurement } from './procurement'
import type { QuantityReason } from './planning'

/** The last number given out, per tenant and day. */
export const orderNumbers = procurement.table(
  'order_numbers',
  { operatorId: text('operator_id').notNull(), day: date('day').notNull(), last: integer('last').notNull() },
  (t) => [primaryKey({ columns: [t.operatorId, t.day] })],
)

export const PURCHASE_ORDER_STATUSES = [
  'proposed',
  'approved',
  'sent',
  'confirmed',
  'short',
  'part_received',
  'closed',
  'cancelled',
] as const

export type PurchaseOrderStatus = (typeof PURCHASE_ORDER_STATUSES)[number]

export const purchaseOrders = procurement.table(
  'purchase_orders',
  {
    id: text('id').primaryKey(),
    /** One number per order, whatever is retried. */
    number: text('number').notNull(),
    operatorId: text('operator_id').notNull(),
    supplierId: text('supplier_id').notNull(),
    siteId: text('site_id').notNull(),
    deliverOn: date('deliver_on').notNull(),
    status: text('status', { enum: PURCHASE_ORDER_STATUSES }).notNull(),
    totalMinor: integer('total_minor').notNull(),
    /** The replenishment run that proposed it. */
    reviewId: text('review_id').notNull(),
    proposedAt: at('proposed_at').notNull(),
    approvedBy: text('approved_by'),
    approvedAt: at('approved_at'),
    sentAt: at('sent_at'),
    confirmedAt: at('confirmed_at'),
    closedAt: at('closed_at'),
    cancelledAt: at('cancelled_at'),
    /** What it was before it was cancelled: a rejected proposal may be taken back up. */
    cancelledFrom: text('cancelled_from', { enum: PURCHASE_ORDER_STATUSES }),
    cancelReason: text('cancel_reason'),
    /** When the supplier says it will come. */
    eta: at('eta'),
    etaNote: text('eta_note'),
    /** Why the supplier brings less than it had confirmed. */
    shortReason: text('short_reason'),
  },
  (t) => [
    unique('purchase_order_number').on(t.operatorId, t.number),
    unique('one_order_per_review').on(t.reviewId, t.supplierId, t.siteId, t.deliverOn),
    uniqueIndex('one_proposal_per_delivery').on(t.supplierId, t.siteId, t.deliverOn).where(sql`status = 'proposed'`),
    index('purchase_orders_state').on(t.operatorId, t.status),
    index('purchase_orders_supplier').on(t.supplierId, t.status),
  ],
)

export const purchaseOrderLines = procurement.table(
  'purchase_order_lines',
  {
    id: text('id').primaryKey(),
    purchaseOrderId: text('purchase_order_id').notNull(),
    ingredientId: text('ingredient_id').notNull(),
    packs: integer('packs').notNull(),
    packSize: integer('pack_size').notNull(),
    packName: jsonb('pack_name').$type<Text>().notNull(),
    priceMinor: integer('price_minor').notNull(),
    confirmedPacks: integer('confirmed_packs'),
    receivedQuantity: integer('received_quantity').notNull().default(0),
    rejectedQuantity: integer('rejected_quantity').notNull().default(0),
    /** Set when a person changed the packs: plans leave the line alone from then on. */
    changedAt: at('changed_at'),
    reason: jsonb('reason').$type<QuantityReason>().notNull(),
  },
  (t) => [
    unique('line_per_ingredient').on(t.purchaseOrderId, t.ingredientId),
    check('line_not_negative', sql`packs >= 0 and received_quantity >= 0 and rejected_quantity >= 0`),
  ],
)

/** Who stands behind an order at what total: one row a person, so that nobody counts twice; another total needs another word. */
export const approvals = procurement.table(
  'approvals',
  {
    purchaseOrderId: text('purchase_order_id').notNull(),
    personId: text('person_id').notNull(),
    totalMinor: integer('total_minor').notNull(),
    at: at('at').notNull(),
  },
  (t) => [primaryKey({ columns: [t.purchaseOrderId, t.personId] })],
)

/** A tenant's limits and tolerances; a tenant without a row has those of `domain/rules`. Hundredths of a percent. */
export const purchasingRules = procurement.table('purchasing_rules', {
  operatorId: text('operator_id').primaryKey(),
  /** Above this two people stand behind an order; null for never. */
  approvalLimitMinor: integer('approval_limit_minor'),
  priceToleranceBps: integer('price_tolerance_bps').notNull(),
  quantityToleranceBps: integer('quantity_tolerance_bps').notNull(),
  countToleranceBps: integer('count_tolerance_bps').notNull(),
})

/** The message to the supplier: an effect outside, with a row of its own; its key is the order's number. */
export const sendings = procurement.table('sendings', {
  purchaseOrderId: text('purchase_order_id').primaryKey(),
  channel: text('channel', { enum: ['portal', 'intake'] }).notNull(),
  attempts: integer('attempts').notNull(),
  startedAt: at('started_at').notNull(),
  sentAt: at('sent_at'),
})
