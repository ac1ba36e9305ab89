import { date, index, integer, primaryKey, text, unique } from 'drizzle-orm/pg-core'
import { sql } from 'drizzle-orm'
import { MEAL_PERIODS } from '../../kernel/time'
import { at, ordering } from './ordering'

/** What a company pays of one menu day, as one order of Medusa's. */
export const companyOrders = ordering.table(
  'company_orders',
  {
    id: text('id').primaryKey(),
    companyId: text('company_id').notNull(),
    operatorId: text('operator_id').notNull(),
    menuDayId: text('menu_day_id').notNull(),
    siteId: text('site_id').notNull(),
    serviceDate: date('service_date').notNull(),
    period: text('period', { enum: MEAL_PERIODS }).notNull(),
    /** The company's shares as they were ordered; what came off later is a refund. */
    totalMinor: integer('total_minor').notNull(),
    currency: text('currency').notNull(),
    openedAt: at('opened_at').notNull(),
    recordedAt: at('recorded_at'),
    fulfilmentRecordedAt: at('fulfilment_recorded_at'),
  },
  (t) => [
    unique('one_order_per_company_and_menu_day').on(t.companyId, t.menuDayId),
    index('company_orders_unrecorded').on(t.openedAt).where(sql`recorded_at is null`),
    index('company_orders_under_way').on(t.openedAt).where(sql`fulfilment_recorded_at is null`),
  ],
)

/** The groups whose shares a company's order holds: fixed when it is opened. */
export const companyOrderGroups = ordering.table(
  'company_order_groups',
  {
    groupId: text('group_id').notNull(),
    companyId: text('company_id').notNull(),
    orderId: text('order_id').notNull(),
    companyOrderId: text('company_order_id').notNull(),
  },
  (t) => [
    primaryKey({ columns: [t.groupId, t.companyId] }),
    index('company_order_groups_order').on(t.companyOrderId),
    index('company_order_groups_placed').on(t.orderId),
  ],
)

/** What of a refund went back to a company, and that Medusa knows it. */
export const companyOrderRefunds = ordering.table(
  'company_order_refunds',
  {
    refundId: text('refund_id').notNull(),
    companyOrderId: text('company_order_id').notNull(),
    amountMinor: integer('amount_minor').notNull(),
    recordedAt: at('recorded_at').notNull(),
  },
  (t) => [primaryKey({ columns: [t.refundId, t.companyOrderId] })],
)
