import { sql } from 'drizzle-orm'
import { bigint, check, date, index, integer, primaryKey, text, unique } from 'drizzle-orm/pg-core'
import { at, procurement } from './procurement'

/** What was received together, and what is left of it. */
export const lots = procurement.table(
  'lots',
  {
    id: text('id').primaryKey(),
    operatorId: text('operator_id').notNull(),
    siteId: text('site_id').notNull(),
    ingredientId: text('ingredient_id').notNull(),
    supplierId: text('supplier_id'),
    /** The code on the supplier's box. */
    code: text('code').notNull(),
    expiresOn: date('expires_on').notNull(),
    receivedQuantity: integer('received_quantity').notNull(),
    quantity: integer('quantity').notNull(),
    /** Minor units for 1,000 base units: cost of what is cooked from it. */
    costPerThousand: integer('cost_per_thousand').notNull(),
    receivedAt: at('received_at').notNull(),
    receiptId: text('receipt_id'),
    /** The lot of another site this one was brought from. */
    parentId: text('parent_id'),
    /** Kept from use: recalled, or in doubt. */
    blockedAt: at('blocked_at'),
    blockReason: text('block_reason'),
  },
  (t) => [
    // a count may find more than was put down, so only the lower end is fixed
    check('lot_not_negative', sql`quantity >= 0`),
    index('lots_fefo').on(t.siteId, t.ingredientId, t.expiresOn).where(sql`quantity > 0`),
    index('lots_code').on(t.operatorId, t.code),
    index('lots_receipt').on(t.receiptId),
    index('lots_parent').on(t.parentId),
  ],
)

export const MOVE_REASONS = [
  'receipt',
  'issue',
  'waste',
  'count',
  'opening',
  'return',
  'transfer_out',
  'transfer_in',
] as const

/** Every change of a lot, once per reference. Sum of moves = quantity left. */
export const stockMoves = procurement.table(
  'stock_moves',
  {
    id: bigint('id', { mode: 'number' }).primaryKey().generatedAlwaysAsIdentity(),
    operatorId: text('operator_id').notNull(),
    lotId: text('lot_id').notNull(),
    /** Base units: positive in, negative out. */
    delta: integer('delta').notNull(),
    reason: text('reason', { enum: MOVE_REASONS }).notNull(),
    /** The receipt line, batch or count that caused it. */
    ref: text('ref').notNull(),
    at: at('at').notNull(),
  },
  (t) => [unique('move_once').on(t.ref, t.lotId, t.reason), index('moves_lot').on(t.lotId)],
)

/** Batches whose ingredients were taken from stock: one row a batch, however often the fact arrives. */
export const issues = procurement.table(
  'issues',
  {
    ref: text('ref').primaryKey(),
    operatorId: text('operator_id').notNull(),
    siteId: text('site_id').notNull(),
    serviceDate: date('service_date').notNull(),
    at: at('at').notNull(),
  },
  (t) => [index('issues_site').on(t.siteId, t.serviceDate)],
)

/** A batch's need that no lot could cover: the stock on record is behind the kitchen. */
export const shortages = procurement.table(
  'shortages',
  {
    ref: text('ref').notNull(),
    ingredientId: text('ingredient_id').notNull(),
    operatorId: text('operator_id').notNull(),
    siteId: text('site_id').notNull(),
    quantity: integer('quantity').notNull(),
    at: at('at').notNull(),
  },
  (t) => [primaryKey({ columns: [t.ref, t.ingredientId] }), index('shortages_site').on(t.siteId, t.at)],
)

export const WASTE_REASONS = [
  'expired',
  'spoiled',
  'damaged',
  'temperature',
  'recalled',
  'preparation',
  'other',
] as const

/** What was thrown away, and why; the move of the same reference took it from stock. */
export const wastes = procurement.table(
  'wastes',
  {
    id: text('id').primaryKey(),
    operatorId: text('operator_id').notNull(),
    siteId: text('site_id').notNull(),
    lotId: text('lot_id').notNull(),
    quantity: integer('quantity').notNull(),
    costMinor: integer('cost_minor').notNull(),
    reason: text('reason', { enum: WASTE_REASONS }).notNull(),
    note: text('note').notNull(),
    by: text('by').notNull(),
    at: at('at').notNull(),
  },
  (t) => [index('wastes_site').on(t.operatorId, t.at)],
)
