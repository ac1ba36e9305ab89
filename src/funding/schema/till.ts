import { date, index, integer, jsonb, primaryKey, text, timestamp } from 'drizzle-orm/pg-core'
import { funding } from '../schema'

const at = (name: string) => timestamp(name, { withTimezone: true })

export const TILL_PAYMENTS = ['cash', 'card_terminal', 'purse'] as const
export type TillPayment = (typeof TILL_PAYMENTS)[number]

/** What a canteen's till took for an order. */
export const tillSales = funding.table(
  'till_sales',
  {
    orderId: text('order_id').primaryKey(),
    /** What people call the sale by. */
    number: text('number').notNull(),
    operatorId: text('operator_id').notNull(),
    siteId: text('site_id').notNull(),
    /** The local day of the till. */
    day: date('day').notNull(),
    cashierId: text('cashier_id').notNull(),
    memberId: text('member_id'),
    payment: text('payment', { enum: TILL_PAYMENTS }).notNull(),
    totalMinor: integer('total_minor').notNull(),
    /** What the guest paid after grants and discount. */
    paidMinor: integer('paid_minor').notNull(),
    /** What was laid on the counter; the rest went back as change. Cash only. */
    givenMinor: integer('given_minor'),
    currency: text('currency').notNull(),
    soldAt: at('sold_at').notNull(),
    voidedAt: at('voided_at'),
    voidedBy: text('voided_by'),
    voidReason: text('void_reason'),
  },
  (t) => [index('till_sales_day').on(t.siteId, t.day)],
)

/** A day that was counted and closed: nothing is sold or voided at this till after it. */
export const tillDays = funding.table(
  'till_days',
  {
    siteId: text('site_id').notNull(),
    day: date('day').notNull(),
    operatorId: text('operator_id').notNull(),
    /** What was taken by payment type, minor units. */
    totals: jsonb('totals').$type<Readonly<Record<TillPayment, number>>>().notNull(),
    /** The cash somebody counted; the difference to the total is what is missing or too much. */
    countedMinor: integer('counted_minor').notNull(),
    closedBy: text('closed_by').notNull(),
    closedAt: at('closed_at').notNull(),
  },
  (t) => [primaryKey({ columns: [t.siteId, t.day] })],
)
