import { sql } from 'drizzle-orm'
import { check, index, integer, jsonb, primaryKey, text, unique } from 'drizzle-orm/pg-core'
import type { Text } from '../../kernel/text'
import { at, ordering } from './ordering'

/** Why somebody pays, as a code with its values; put in words at the door. */
export interface PayerReason {
  readonly code: string
  readonly params: Readonly<Record<string, string | number>>
}

/**
 * Who pays an order, in tender order, with the limits of the moment it was placed; the person's own payment comes last. An
 * order without rows here is paid by its person alone.
 */
export const orderPayers = ordering.table(
  'order_payers',
  {
    orderId: text('order_id').notNull(),
    seq: integer('seq').notNull(),
    /** Funding's word, or `payment` for the person's own. */
    kind: text('kind').notNull(),
    ref: text('ref').notNull(),
    bucket: text('bucket').notNull(),
    /** The ledger's account; empty for the payment, whose provider decides. */
    account: text('account').notNull(),
    limitMinor: integer('limit_minor').notNull(),
    amountMinor: integer('amount_minor').notNull(),
    refundedMinor: integer('refunded_minor').notNull().default(0),
    /** Kinds of charges it does not pay. */
    excludes: jsonb('excludes').$type<string[]>().notNull(),
    /** The fulfilment group it pays for; null for the payment, which pays what is left of all. */
    groupId: text('group_id'),
    /** The rule, budget, scheme or purse as people know it. */
    name: jsonb('name').$type<Text>().notNull(),
    reason: jsonb('reason').$type<PayerReason>().notNull(),
  },
  (t) => [
    primaryKey({ columns: [t.orderId, t.seq] }),
    check('payer_refunded_at_most', sql`amount_minor >= 0 and refunded_minor between 0 and amount_minor`),
  ],
)

/** Which payer pays what of which charge: an order line by its id, or a group's fee as `fee:<groupId>`. */
export const orderShares = ordering.table(
  'order_shares',
  {
    orderId: text('order_id').notNull(),
    chargeId: text('charge_id').notNull(),
    groupId: text('group_id').notNull(),
    seq: integer('seq').notNull(),
    amountMinor: integer('amount_minor').notNull(),
  },
  (t) => [primaryKey({ columns: [t.orderId, t.chargeId, t.seq] })],
)

/** What came off an order after it was placed: a cancellation, or lines a kitchen could not cook. */
export const refunds = ordering.table(
  'refunds',
  {
    id: text('id').primaryKey(),
    orderId: text('order_id').notNull(),
    /** One refund a cause: `cancelled`, `sold_out:<lineId>`. */
    cause: text('cause').notNull(),
    /** Over all payers. */
    totalMinor: integer('total_minor').notNull(),
    /** What of it goes through a payment, and which. */
    paymentId: text('payment_id'),
    paymentMinor: integer('payment_minor').notNull(),
    /** What the operator paid instead of a payer. */
    goodwillMinor: integer('goodwill_minor').notNull(),
    lineIds: jsonb('line_ids').$type<string[]>().notNull(),
    status: text('status', { enum: ['refunding', 'refunded', 'failed'] }).notNull(),
    /** Which time the provider is asked: one more after each that it said had failed. */
    attempt: integer('attempt').notNull().default(1),
    /** Attempts the provider said were paid, and later that they came back. */
    bounced: jsonb('bounced').$type<number[]>().notNull().default([]),
    updatedAt: at('updated_at').notNull(),
    /** Set when Medusa knows that the money went back. */
    recordedAt: at('recorded_at'),
  },
  (t) => [
    unique('refund_once').on(t.orderId, t.cause),
    index('refunds_payment').on(t.paymentId),
    index('refunds_open').on(t.updatedAt).where(sql`status = 'refunding'`),
    index('refunds_to_record').on(t.updatedAt).where(sql`status = 'refunded' and recorded_at is null`),
  ],
)

/** What of a refund goes to which payer, per fulfilment group; the operator's goodwill is `seq` -1, negative: it pays. */
export const refundParts = ordering.table(
  'refund_parts',
  {
    refundId: text('refund_id').notNull(),
    orderId: text('order_id').notNull(),
    groupId: text('group_id').notNull(),
    seq: integer('seq').notNull(),
    amountMinor: integer('amount_minor').notNull(),
  },
  (t) => [primaryKey({ columns: [t.refundId, t.groupId, t.seq] }), index('refund_parts_order').on(t.orderId)],
)
