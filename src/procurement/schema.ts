import { sql } from 'drizzle-orm'
import {
  bigint,
  check,
  date,
  index,
  integer,
  jsonb,
  pgSchema,
  primaryKey,
  text,
  timestamp,
  unique,
  uniqueIndex,
} from 'drizzle-orm/pg-core'
import type { Text } from '../kernel/text'
import { MEAL_PERIODS } from '../kernel/time'

export const procurement = pgSchema('procurement')

const at = (name: string) => timestamp(name, { withTimezone: true })
const name = () => jsonb('name').$type<Text>().notNull()

export const ingredients = procurement.table('ingredients', {
  id: text('id').primaryKey(),
  name: name(),
  /** Every quantity of this ingredient is an integer of this unit. */
  unit: text('unit', { enum: ['g', 'ml', 'piece'] }).notNull(),
  /** EU-14 codes; null means nobody has assessed it. */
  contains: jsonb('contains').$type<string[] | null>(),
  mayContain: jsonb('may_contain').$type<string[]>().notNull(),
  /** Per 100 g: kcal, and mg of the rest. */
  nutrition: jsonb('nutrition').$type<Record<string, number>>().notNull(),
  shelfLifeDays: integer('shelf_life_days').notNull(),
  storage: text('storage', { enum: ['ambient', 'chilled', 'frozen'] }).notNull(),
})

export const suppliers = procurement.table('suppliers', {
  id: text('id').primaryKey(),
  operatorId: text('operator_id').notNull(),
  name: name(),
  /** Deliver on these weekdays, 1 = Monday … 7 = Sunday. */
  deliveryWeekdays: jsonb('delivery_weekdays').$type<number[]>().notNull(),
  leadDays: integer('lead_days').notNull(),
  /** Orders after this wall-clock time count as the next day's. */
  orderCutoff: text('order_cutoff').notNull(),
  minimumMinor: integer('minimum_minor').notNull(),
  zone: text('zone').notNull(),
  /** Where the supplier's own system takes orders in; null for suppliers who look at our page. */
  intakeUrl: text('intake_url'),
})

export const supplyTerms = procurement.table(
  'supply_terms',
  {
    supplierId: text('supplier_id').notNull(),
    ingredientId: text('ingredient_id').notNull(),
    operatorId: text('operator_id').notNull(),
    /** 1 is asked first. */
    priority: integer('priority').notNull(),
    /** Base units in one pack. */
    packSize: integer('pack_size').notNull(),
    packName: jsonb('pack_name').$type<Text>().notNull(),
    minimumPacks: integer('minimum_packs').notNull(),
    /** Packs are sold by so many: 4 for four to a crate. */
    multiplePacks: integer('multiple_packs').notNull().default(1),
    priceMinor: integer('price_minor').notNull(),
    /** Cheaper from so many packs on, ascending. */
    priceBreaks: jsonb('price_breaks').$type<{ packs: number; priceMinor: number }[]>().notNull(),
  },
  (t) => [
    primaryKey({ columns: [t.supplierId, t.ingredientId] }),
    index('supply_terms_ingredient').on(t.operatorId, t.ingredientId, t.priority),
  ],
)

export const certificates = procurement.table('certificates', {
  id: text('id').primaryKey(),
  supplierId: text('supplier_id').notNull(),
  kind: text('kind').notNull(),
  validFrom: date('valid_from').notNull(),
  validTo: date('valid_to').notNull(),
})

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
  },
  (t) => [
    check('lot_not_negative', sql`quantity >= 0 and quantity <= received_quantity`),
    index('lots_fefo').on(t.siteId, t.ingredientId, t.expiresOn).where(sql`quantity > 0`),
  ],
)

/** Every change of a lot, once per reference. Sum of moves = quantity left. */
export const stockMoves = procurement.table(
  'stock_moves',
  {
    id: bigint('id', { mode: 'number' }).primaryKey().generatedAlwaysAsIdentity(),
    operatorId: text('operator_id').notNull(),
    lotId: text('lot_id').notNull(),
    /** Base units: positive in, negative out. */
    delta: integer('delta').notNull(),
    reason: text('reason', { enum: ['receipt', 'issue', 'waste', 'count', 'opening'] }).notNull(),
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

/** What a review could not plan, and why: shown to people, never swallowed. */
export interface Unplanned {
  readonly ingredientId: string
  readonly reason: 'no_supplier' | 'no_delivery_day'
}

/** One look at one site's need, stock and orders. */
export const reviews = procurement.table(
  'reviews',
  {
    id: text('id').primaryKey(),
    operatorId: text('operator_id').notNull(),
    siteId: text('site_id').notNull(),
    requestedBy: text('requested_by').notNull(),
    requestedAt: at('requested_at').notNull(),
    finishedAt: at('finished_at'),
    /** Lines it proposed or raised. */
    proposedLines: integer('proposed_lines'),
    unplanned: jsonb('unplanned').$type<readonly Unplanned[]>(),
  },
  (t) => [index('reviews_site').on(t.siteId, t.requestedAt)],
)

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
  },
  (t) => [
    unique('purchase_order_number').on(t.operatorId, t.number),
    unique('one_order_per_review').on(t.reviewId, t.supplierId, t.siteId, t.deliverOn),
    uniqueIndex('one_proposal_per_delivery').on(t.supplierId, t.siteId, t.deliverOn).where(sql`status = 'proposed'`),
    index('purchase_orders_state').on(t.operatorId, t.status),
    index('purchase_orders_supplier').on(t.supplierId, t.status),
  ],
)

/** Why this quantity: the facts the rule used, shown in words. Quantities in the ingredient's base unit. */
export interface QuantityReason {
  readonly onHand: number
  /** Part of `onHand` that will expire before it is needed. */
  readonly expiring: number
  readonly onOrder: number
  readonly need: number
  /** Part of `need` that customers have ordered already. */
  readonly firm: number
  readonly safety: number
  /** The first day covered and the first day no longer covered: the delivery after this one. */
  readonly from: string
  readonly until: string
  readonly days: number
  readonly byDay: readonly { readonly date: string; readonly need: number }[]
  readonly packSize: number
  readonly minimumPacks: number
  readonly multiplePacks: number
  /** `first`: the preferred supplier; `sooner`: the first in line that comes before the stock runs out. */
  readonly supplier: 'first' | 'sooner'
  /** Today's order was too late for the supplier's closing time. */
  readonly cutoffPassed: boolean
}

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

/** The message to the supplier: an effect outside, with a row of its own; its key is the order's number. */
export const sendings = procurement.table('sendings', {
  purchaseOrderId: text('purchase_order_id').primaryKey(),
  channel: text('channel', { enum: ['portal', 'intake'] }).notNull(),
  attempts: integer('attempts').notNull(),
  startedAt: at('started_at').notNull(),
  sentAt: at('sent_at'),
})

export const receipts = procurement.table(
  'receipts',
  {
    id: text('id').primaryKey(),
    operatorId: text('operator_id').notNull(),
    purchaseOrderId: text('purchase_order_id').notNull(),
    receivedAt: at('received_at').notNull(),
    receivedBy: text('received_by').notNull(),
  },
  (t) => [index('receipts_order').on(t.purchaseOrderId)],
)

export const receiptLines = procurement.table(
  'receipt_lines',
  {
    id: text('id').primaryKey(),
    receiptId: text('receipt_id').notNull(),
    lineId: text('line_id').notNull(),
    ingredientId: text('ingredient_id').notNull(),
    lotCode: text('lot_code').notNull(),
    expiresOn: date('expires_on').notNull(),
    quantity: integer('quantity').notNull(),
    rejected: integer('rejected').notNull(),
    rejectReason: text('reject_reason'),
    /** Tenths of a degree Celsius; null where none is asked for. */
    temperature: integer('temperature'),
  },
  (t) => [index('receipt_lines_receipt').on(t.receiptId)],
)

/** Demand of a past day: what forecasts learn from. */
export const demandHistory = procurement.table(
  'demand_history',
  {
    siteId: text('site_id').notNull(),
    dishId: text('dish_id').notNull(),
    serviceDate: date('service_date').notNull(),
    period: text('period', { enum: MEAL_PERIODS }).notNull(),
    operatorId: text('operator_id').notNull(),
    portions: integer('portions').notNull(),
  },
  (t) => [primaryKey({ columns: [t.siteId, t.dishId, t.serviceDate, t.period] })],
)
