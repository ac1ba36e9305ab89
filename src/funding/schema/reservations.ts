import { sql } from 'drizzle-orm'
import { check, date, index, integer, primaryKey, text, timestamp } from 'drizzle-orm/pg-core'
import { MEAL_PERIODS } from '../../kernel/time'
import { PAYER_KINDS } from '../domain/payers'
import { funding } from '../schema'

/** What one payer owes for one order: reserved when it is placed, confirmed when it is firm, returned in part or whole. */
export const reservations = funding.table(
  'reservations',
  {
    orderId: text('order_id').notNull(),
    /** The payer's place in the tender order. */
    seq: integer('seq').notNull(),
    operatorId: text('operator_id').notNull(),
    personId: text('person_id').notNull(),
    kind: text('kind', { enum: PAYER_KINDS }).notNull(),
    /** The rule, budget, purse or grant. */
    ref: text('ref').notNull(),
    bucket: text('bucket').notNull(),
    account: text('account').notNull(),
    amountMinor: integer('amount_minor').notNull(),
    returnedMinor: integer('returned_minor').notNull().default(0),
    status: text('status', { enum: ['reserved', 'confirmed', 'released'] }).notNull(),
    companyId: text('company_id'),
    legalEntityId: text('legal_entity_id'),
    costCentreId: text('cost_centre_id'),
    siteId: text('site_id').notNull(),
    serviceDate: date('service_date').notNull(),
    period: text('period', { enum: MEAL_PERIODS }).notNull(),
    at: timestamp('at', { withTimezone: true }).notNull(),
  },
  (t) => [
    primaryKey({ columns: [t.orderId, t.seq] }),
    check('returned_at_most', sql`amount_minor > 0 and returned_minor between 0 and amount_minor`),
    index('reservations_company').on(t.companyId, t.serviceDate).where(sql`company_id is not null`),
    index('reservations_person').on(t.personId, t.serviceDate),
  ],
)

/** What went back to a payer, once a refund: what a credit note says. */
export const reservationReturns = funding.table(
  'reservation_returns',
  {
    refundId: text('refund_id').notNull(),
    orderId: text('order_id').notNull(),
    seq: integer('seq').notNull(),
    amountMinor: integer('amount_minor').notNull(),
    at: timestamp('at', { withTimezone: true }).notNull(),
  },
  (t) => [primaryKey({ columns: [t.refundId, t.seq] }), index('returns_order').on(t.orderId)],
)
