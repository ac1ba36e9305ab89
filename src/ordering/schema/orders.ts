import { sql } from 'drizzle-orm'
import { boolean, check, date, index, integer, jsonb, text } from 'drizzle-orm/pg-core'
import type { Allergens } from '../../kernel/allergens'
import { GROUP_STATUSES, ORDER_STATUSES } from '../../kernel/order-status'
import type { Text } from '../../kernel/text'
import { MEAL_PERIODS } from '../../kernel/time'
import { at, ordering } from './ordering'

export const orders = ordering.table(
  'orders',
  {
    id: text('id').primaryKey(),
    /** Short number people say aloud; unique within an operator and day. */
    number: text('number').notNull(),
    operatorId: text('operator_id').notNull(),
    personId: text('person_id').notNull(),
    status: text('status', { enum: ORDER_STATUSES }).notNull(),
    servicePointId: text('service_point_id').notNull(),
    buildingId: text('building_id').notNull(),
    communityId: text('community_id').notNull(),
    /** Whom to hand it to. Personal: never in events, queues or logs. */
    contactName: text('contact_name').notNull(),
    contactPhone: text('contact_phone').notNull(),
    note: text('note').notNull().default(''),
    /** What whoever eats it said they cannot eat, in codes: the kitchen is warned of it. */
    allergies: jsonb('allergies').$type<readonly string[]>(),
    itemsMinor: integer('items_minor').notNull(),
    feeMinor: integer('fee_minor').notNull(),
    totalMinor: integer('total_minor').notNull(),
    taxMinor: integer('tax_minor').notNull(),
    /** The part of the tax that is inside the fees. */
    feeTaxMinor: integer('fee_tax_minor').notNull().default(0),
    currency: text('currency').notNull(),
    /** Sold and handed over at a canteen's till: no kitchen cooks it, nobody brings it. */
    atCounter: boolean('at_counter').notNull().default(false),
    /** Stamped at ingress, before any queueing: what the cut-off is judged by. */
    receivedAt: at('received_at').notNull(),
    holdExpiresAt: at('hold_expires_at'),
    placedAt: at('placed_at'),
    closedAt: at('closed_at'),
    /** Set when the order stands in Medusa. */
    recordedAt: at('recorded_at'),
    cancellationRecordedAt: at('cancellation_recorded_at'),
    /** What of it stands on orders of its company, not on one of its own; known once it is recorded. */
    companyPartMinor: integer('company_part_minor'),
  },
  (t) => [
    check('total_adds_up', sql`total_minor = items_minor + fee_minor and total_minor >= 0`),
    index('orders_person').on(t.personId, t.receivedAt),
    index('orders_operator').on(t.operatorId, t.receivedAt),
    index('orders_number').on(t.number),
    index('orders_holds').on(t.holdExpiresAt).where(sql`status = 'awaiting_payment'`),
    index('orders_unrecorded').on(t.placedAt).where(sql`placed_at is not null and recorded_at is null`),
    index('cancellations_unrecorded')
      .on(t.closedAt)
      .where(sql`status = 'cancelled' and recorded_at is not null and cancellation_recorded_at is null`),
  ],
)

/** The part of an order with one kitchen, kind and slot. */
export const fulfilmentGroups = ordering.table(
  'fulfilment_groups',
  {
    id: text('id').primaryKey(),
    orderId: text('order_id').notNull(),
    operatorId: text('operator_id').notNull(),
    menuDayId: text('menu_day_id').notNull(),
    siteId: text('site_id').notNull(),
    serviceDate: date('service_date').notNull(),
    period: text('period', { enum: MEAL_PERIODS }).notNull(),
    status: text('status', { enum: GROUP_STATUSES }).notNull(),
    boxes: integer('boxes').notNull(),
    feeMinor: integer('fee_minor').notNull().default(0),
    /** What the customer says or shows at the hand-over; four digits. */
    handoverCode: text('handover_code').notNull(),
    updatedAt: at('updated_at').notNull(),
    /** The newest word of the kitchen's ticket that was followed; an older one comes late. */
    ticketVersion: integer('ticket_version').notNull().default(0),
    /** Set when Medusa knows that this group was handed over. */
    fulfilmentRecordedAt: at('fulfilment_recorded_at'),
  },
  (t) => [
    index('fulfilments_unrecorded').on(t.updatedAt).where(sql`status = 'delivered' and fulfilment_recorded_at is null`),
    index('groups_menu_day').on(t.menuDayId, t.status),
    index('groups_order').on(t.orderId),
  ],
)

/** Somebody took a dish with what they, or whom they order for, cannot eat. */
export interface Acknowledged {
  readonly codes: readonly string[]
  readonly personId: string
  /** ISO. */
  readonly at: string
}

/** Price, tax, label and recipe frozen as they were when the order was placed. */
export const orderLines = ordering.table(
  'order_lines',
  {
    id: text('id').primaryKey(),
    orderId: text('order_id').notNull(),
    groupId: text('group_id').notNull(),
    offerId: text('offer_id').notNull(),
    dishId: text('dish_id').notNull(),
    variantId: text('variant_id'),
    recipeVersionId: text('recipe_version_id'),
    name: jsonb('name').$type<Text>().notNull(),
    quantity: integer('quantity').notNull(),
    unitMinor: integer('unit_minor').notNull(),
    taxBps: integer('tax_bps').notNull(),
    allergens: jsonb('allergens').$type<Allergens>().notNull(),
    /** Declared allergens this line has, or may have, and who wanted it all the same; null where there are none. */
    acknowledged: jsonb('acknowledged').$type<Acknowledged>(),
    /** What was ordered, where another dish came in its place. */
    was: jsonb('was').$type<Text>(),
    /** Set when the line came off the order after it was placed, with the refund that says what went back. */
    refundId: text('refund_id'),
  },
  (t) => [
    check('line_quantity', sql`quantity > 0`),
    index('lines_order').on(t.orderId),
    index('lines_group').on(t.groupId),
    index('lines_offer').on(t.offerId),
  ],
)
