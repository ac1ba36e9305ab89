import { sql } from 'drizzle-orm'
import { check, date, index, integer, primaryKey, text } from 'drizzle-orm/pg-core'
import { MEAL_PERIODS } from '../../kernel/time'
import { at, ordering } from './ordering'

/** A menu day as ordering sees it: what may be ordered until when. */
export const slots = ordering.table(
  'slots',
  {
    menuDayId: text('menu_day_id').primaryKey(),
    operatorId: text('operator_id').notNull(),
    siteId: text('site_id').notNull(),
    serviceDate: date('service_date').notNull(),
    period: text('period', { enum: MEAL_PERIODS }).notNull(),
    zone: text('zone').notNull(),
    cutoffAt: at('cutoff_at').notNull(),
    servesFrom: at('serves_from').notNull(),
    servesTo: at('serves_to').notNull(),
    /** Set once, when the cut-off was processed; orders whose payment was under way may still be confirmed before. */
    closedAt: at('closed_at'),
    /** Set when the companies whose people eat have their orders of this menu day. */
    companyOrdersOpenedAt: at('company_orders_opened_at'),
    /** Kitchen time there is for the meal, and what is held of it; without a limit nothing is counted. */
    capacitySeconds: integer('capacity_seconds'),
    reservedSeconds: integer('reserved_seconds').notNull().default(0),
  },
  (t) => [
    check('slot_time', sql`reserved_seconds >= 0 and reserved_seconds <= coalesce(capacity_seconds, reserved_seconds)`),
    index('slots_without_company_orders')
      .on(t.closedAt)
      .where(sql`closed_at is not null and company_orders_opened_at is null`),
    index('slots_due').on(t.cutoffAt).where(sql`closed_at is null`),
    index('slots_site').on(t.siteId, t.serviceDate),
  ],
)

/** Portions of one offer. The check is the last guard; the rule is the conditional update. */
export const capacityPools = ordering.table(
  'capacity_pools',
  {
    offerId: text('offer_id').primaryKey(),
    menuDayId: text('menu_day_id').notNull(),
    capacity: integer('capacity').notNull(),
    reserved: integer('reserved').notNull().default(0),
    /** Kitchen time of a portion: a batch's minutes shared by its portions. */
    seconds: integer('seconds').notNull().default(0),
    /** Nobody may order it any more, whatever comes back. */
    stoppedAt: at('stopped_at'),
  },
  (t) => [
    check('never_oversold', sql`reserved >= 0 and reserved <= capacity`),
    index('capacity_pools_menu_day').on(t.menuDayId),
  ],
)

/** What an order holds of a pool; released exactly once. */
export const capacityHolds = ordering.table(
  'capacity_holds',
  {
    orderId: text('order_id').notNull(),
    offerId: text('offer_id').notNull(),
    quantity: integer('quantity').notNull(),
    status: text('status', { enum: ['held', 'confirmed', 'released'] }).notNull(),
  },
  (t) => [primaryKey({ columns: [t.orderId, t.offerId] }), index('holds_offer').on(t.offerId)],
)
